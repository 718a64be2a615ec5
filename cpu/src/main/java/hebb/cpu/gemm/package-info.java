/// Matrix products: the register tiles that every heavy kernel is made of, and the ways a product
/// is cut into them. Imports `hebb.cpu.work` only; only the classes named `Vector…` may name a type
/// of the Vector API.
@NullMarked
package hebb.cpu.gemm;

import org.jspecify.annotations.NullMarked;
