/// How what is printed reaches the eye.
@NullMarked
package hebb.nn.terminal;

import org.jspecify.annotations.NullMarked;
