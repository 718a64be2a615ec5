/// The display, for what reads and draws pictures: here and in hebb.plot.
package hebb.data.display;
