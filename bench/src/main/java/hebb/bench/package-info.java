/// What Hebb costs: a benchmark for each kernel, and whole training steps beside Keras and
/// PyTorch. Runs on the class path, where the kernels can be called directly.
package hebb.bench;
