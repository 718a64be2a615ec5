/// What Keras's `ops` compute, by the names of their classes: the nodes of drawn models that are no
/// layers. Inside this module only.
@NullMarked
package hebb.nn.operations;

import org.jspecify.annotations.NullMarked;
