/// How a module hands the files it brings with it to the data sets.
package hebb.datasets.spi;
