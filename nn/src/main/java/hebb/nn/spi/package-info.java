/// What other modules provide to this one.
@NullMarked
package hebb.nn.spi;

import org.jspecify.annotations.NullMarked;
