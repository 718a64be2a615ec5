/// The CPU engine: lowers a graph to a fixed list of kernels over one planned workspace. Classes
/// that name a type of the Vector API are loaded only where the JVM has the module
/// `jdk.incubator.vector`.
package hebb.cpu;
