/// What networks are made of: one layer a file, with Keras's names and defaults.
@NullMarked
package hebb.nn.layers;

import org.jspecify.annotations.NullMarked;
