/// The passes that turn a graph into something worth running, as a library for engines: simplify,
/// fuse, order, plan memory, verify. Each is one pure function whose result can be printed. Imports
/// `op` and `shape`.
package hebb.core.plan;
