/// Prices on the size of weights, added to the loss.
@NullMarked
package hebb.nn.regularizers;

import org.jspecify.annotations.NullMarked;
