/// Pointwise stages as one loop each: a short program that runs over blocks small enough for the
/// nearest cache. Only the classes named `Vector…` may name a type of the Vector API.
@NullMarked
package hebb.cpu.loop;

import org.jspecify.annotations.NullMarked;
