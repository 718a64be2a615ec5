/// How kernels on the Vector API are made: the width of vectors, copies of a class with constants
/// of their own, and what runs until a kernel is compiled. Imports nothing of Hebb; only the
/// classes named `Vector…` may name a type of the Vector API.
@NullMarked
package hebb.cpu.simd;

import org.jspecify.annotations.NullMarked;
