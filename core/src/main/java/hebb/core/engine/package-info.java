/// How core asks for work to be done: an [Engine] lowers a graph to an [Executable], which runs in
/// a [Workspace]. Engines are found as services and imported by nobody. May use `shape`, `op`,
/// `grad` and `plan`.
package hebb.core.engine;
