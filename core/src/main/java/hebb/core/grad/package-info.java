/// Reverse-mode differentiation: one walk back over a graph that asks each op for its rule and
/// undoes broadcasting once, here, so that no rule has to. Imports `op` and `shape`.
package hebb.core.grad;
