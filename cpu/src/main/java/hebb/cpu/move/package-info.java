/// Elements put elsewhere and not changed: transposes, slices, padding, concatenation, gathering,
/// and the walk over strided elements that loops and reductions read broadcast operands with. Which
/// indices are distinct is found here, too.
@NullMarked
package hebb.cpu.move;

import org.jspecify.annotations.NullMarked;
