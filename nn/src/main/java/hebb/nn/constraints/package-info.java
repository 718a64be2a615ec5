/// Rules that weights are brought back to after each step.
@NullMarked
package hebb.nn.constraints;

import org.jspecify.annotations.NullMarked;
