/// Reverse-mode gradients: one walk over the nodes, which knows no op's rule and undoes
/// broadcasting. May use `shape` and `op`.
package hebb.core.grad;
