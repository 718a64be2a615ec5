/// Learning rates that follow from the number of the step: Keras's schedules.
@NullMarked
package hebb.nn.schedules;

import org.jspecify.annotations.NullMarked;
