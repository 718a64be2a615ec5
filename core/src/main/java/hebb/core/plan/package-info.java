/// The passes that turn a graph into something worth running. `Distinct` is for all engines; the
/// others are a library for them: simplify, fuse, order, plan memory, verify. Each is one pure
/// function whose result can be printed. Imports `op` and `shape`.
package hebb.core.plan;
