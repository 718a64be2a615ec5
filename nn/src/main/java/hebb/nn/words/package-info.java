/// Which words stand for which losses, metrics and optimizers. Inside this module only.
@NullMarked
package hebb.nn.words;

import org.jspecify.annotations.NullMarked;
