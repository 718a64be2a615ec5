/// How wrong predictions are, as numbers that training makes small: Keras's losses.
@NullMarked
package hebb.nn.losses;

import org.jspecify.annotations.NullMarked;
