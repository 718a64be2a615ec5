/// Prices on the size of weights, added to the loss: Keras's regularizers.
@NullMarked
package hebb.nn.regularizers;

import org.jspecify.annotations.NullMarked;
