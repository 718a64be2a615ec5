/// What the first value of a weight is: Keras's initializers.
@NullMarked
package hebb.nn.initializers;

import org.jspecify.annotations.NullMarked;
