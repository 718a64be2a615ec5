/// What the first value of a weight is.
@NullMarked
package hebb.nn.initializers;

import org.jspecify.annotations.NullMarked;
