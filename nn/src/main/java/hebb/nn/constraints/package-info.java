/// Rules that weights are brought back to after each step: Keras's constraints.
@NullMarked
package hebb.nn.constraints;

import org.jspecify.annotations.NullMarked;
