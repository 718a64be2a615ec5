/// Convolution and pooling: the choice of a fast kernel, and plain loops over any number of spatial
/// axes and either floating type for what has none.
@NullMarked
package hebb.cpu.window;

import org.jspecify.annotations.NullMarked;
