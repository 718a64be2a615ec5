/// The MNIST digits as published, handed to `hebb.datasets` as a service.
package hebb.mnist;
