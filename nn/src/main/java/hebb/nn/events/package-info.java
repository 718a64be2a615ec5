/// TensorBoard's event files: records with checksums that hold protobuf messages. Inside this
/// module only.
@NullMarked
package hebb.nn.events;

import org.jspecify.annotations.NullMarked;
