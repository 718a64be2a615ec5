package hebb.nn.schedules;

import hebb.core.tensor.Tensor;
import hebb.nn.Configurable;

/// A learning rate that follows from the number of the step:
/// `Adam.of().learningRate(CosineDecay.of(0.1, 1000))`.
///
/// One of your own is a function, or a class if files shall hold it:
///
/// {@snippet file="hebb/nn/schedules/ScheduleTest.java" region="own"}
///
/// Source: Keras's `LearningRateSchedule`.
@FunctionalInterface
public interface LearningRateSchedule extends Configurable {
    /// The learning rate, one float32, of the step before which `step` others were made (int64,
    /// without axes). Recorded once as a part of the step, and computed anew in each.
    Tensor at(Tensor step);
}
