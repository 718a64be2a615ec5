/// What the engine runs: a heavy operation as phases of independent units, its operands and its
/// scratch memory. Imports nothing of Hebb.
@NullMarked
package hebb.cpu.work;

import org.jspecify.annotations.NullMarked;
