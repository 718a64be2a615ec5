/// How training changes weights: Keras's optimizers.
@NullMarked
package hebb.nn.optimizers;

import org.jspecify.annotations.NullMarked;
