/// Which words of Keras stand for which layers, losses, metrics, optimizers, initializers,
/// regularizers and constraints. For this module, and for the one that reads files.
@NullMarked
package hebb.nn.words;

import org.jspecify.annotations.NullMarked;
