/// How a model is trained, evaluated and put to use: what to train it for, one step, the loops over
/// data, what they report.
@NullMarked
package hebb.nn.training;

import org.jspecify.annotations.NullMarked;
