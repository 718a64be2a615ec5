/// Maximum and average over windows of NHWC images, and their gradients. Imports `hebb.cpu.work`
/// only; only the classes named `Vector…` may name a type of the Vector API.
@NullMarked
package hebb.cpu.pool;

import org.jspecify.annotations.NullMarked;
