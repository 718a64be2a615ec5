/// What is told of the course of a training, and may act on it.
@NullMarked
package hebb.nn.callbacks;

import org.jspecify.annotations.NullMarked;
