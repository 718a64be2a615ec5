/// How good predictions are, gathered batch by batch: Keras's metrics. A loss is a metric too.
@NullMarked
package hebb.nn.metrics;

import org.jspecify.annotations.NullMarked;
