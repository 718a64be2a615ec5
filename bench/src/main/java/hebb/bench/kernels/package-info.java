/// JMH benchmarks of the CPU engine's kernels, one class for each kernel stem, on one thread.
package hebb.bench.kernels;
