/// What a plan of the CPU engine is made of: kernels, that is work and the values it reads and
/// writes, and the places where these values lie.
@NullMarked
package hebb.cpu.step;

import org.jspecify.annotations.NullMarked;
