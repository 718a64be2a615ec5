package hebb.nn.words;

import hebb.nn.schedules.CosineDecay;
import hebb.nn.schedules.CosineDecayRestarts;
import hebb.nn.schedules.ExponentialDecay;
import hebb.nn.schedules.InverseTimeDecay;
import hebb.nn.schedules.LearningRateSchedule;
import hebb.nn.schedules.PiecewiseConstantDecay;
import hebb.nn.schedules.PolynomialDecay;

/// Keras's words for learning-rate schedules: prototypes, whose numbers files give.
public final class ScheduleWords {
    private static final Words<LearningRateSchedule> TABLE =
            new Words<LearningRateSchedule>("schedule")
                    .and(() -> ExponentialDecay.of(1, 1, 1), "ExponentialDecay")
                    .and(() -> InverseTimeDecay.of(1, 1, 1), "InverseTimeDecay")
                    .and(() -> PolynomialDecay.of(1, 1), "PolynomialDecay")
                    .and(() -> PiecewiseConstantDecay.of(1), "PiecewiseConstantDecay")
                    .and(() -> CosineDecay.of(1, 1), "CosineDecay")
                    .and(() -> CosineDecayRestarts.of(1, 1), "CosineDecayRestarts");

    private ScheduleWords() {}

    /// What the word stands for.
    public static LearningRateSchedule of(String word) {
        return TABLE.make("schedule", word);
    }

    /// All of them.
    public static Words<LearningRateSchedule> table() {
        return TABLE;
    }
}
