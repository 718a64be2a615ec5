/// The seam between a graph and the machine that runs it: an engine lowers a graph to an
/// executable, which runs in a workspace. Engines are found as services and imported by nobody.
/// Imports `plan`, `op` and `shape`.
package hebb.core.engine;
