/// The threads that share the work of a step. Imports `hebb.cpu.work` only.
@NullMarked
package hebb.cpu.team;

import org.jspecify.annotations.NullMarked;
