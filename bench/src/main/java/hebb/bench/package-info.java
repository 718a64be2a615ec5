/// What Hebb costs: a benchmark for each kernel, and whole training steps beside Keras and PyTorch.
/// Runs on the class path, where the kernels can be called directly.
///
/// Every contender (a framework in one form, such as PyTorch compiled) is a process of its own that
/// takes commands a line (`Worker`). A `Race` warms all of them up on one network and lets them
/// train in turns; the `Standing` has their times and the ratio, `Report` prints it, `Results`
/// keeps the raw figures. The peers' programs lie in `bench/peers`, in Python.
///
/// To add a network: a line in `Network`, a function in each of `networks.py`, `keras_peer.py` and
/// `torch_peer.py`, and Hebb's own in `HebbTraining`.
package hebb.bench;
