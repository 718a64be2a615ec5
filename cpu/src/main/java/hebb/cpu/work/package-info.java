/// What the engine runs: a heavy operation as phases of independent units, its operands and its
/// scratch memory. Works that go down one matrix ([Sweep]) may do so together ([Sweeps]); how many
/// rows there are may be known only then ([Extent]). Imports nothing of Hebb.
@NullMarked
package hebb.cpu.work;

import org.jspecify.annotations.NullMarked;
