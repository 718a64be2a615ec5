package hebb.nn.words;

import hebb.nn.optimizers.Adadelta;
import hebb.nn.optimizers.Adafactor;
import hebb.nn.optimizers.Adagrad;
import hebb.nn.optimizers.Adam;
import hebb.nn.optimizers.AdamW;
import hebb.nn.optimizers.Adamax;
import hebb.nn.optimizers.Ftrl;
import hebb.nn.optimizers.Lamb;
import hebb.nn.optimizers.Lion;
import hebb.nn.optimizers.LossScaleOptimizer;
import hebb.nn.optimizers.MultiOptimizer;
import hebb.nn.optimizers.Muon;
import hebb.nn.optimizers.Nadam;
import hebb.nn.optimizers.Optimizer;
import hebb.nn.optimizers.OptimizerMap;
import hebb.nn.optimizers.RMSprop;
import hebb.nn.optimizers.SGD;
import hebb.nn.optimizers.ScheduleFreeAdamW;

/// Keras's words for optimizers.
public final class OptimizerWords {
    private static final Words<Optimizer<?>> TABLE =
            new Words<Optimizer<?>>("optimizer")
                    .and(SGD::of, "sgd")
                    .and(RMSprop::of, "rmsprop")
                    .and(Adam::of, "adam")
                    .and(AdamW::of, "adamw")
                    .and(Adamax::of, "adamax")
                    .and(Nadam::of, "nadam")
                    .and(Adagrad::of, "adagrad")
                    .and(Adadelta::of, "adadelta")
                    .and(Adafactor::of, "adafactor")
                    .and(Ftrl::of, "ftrl")
                    .and(Lamb::of, "lamb")
                    .and(Lion::of, "lion")
                    .and(Muon::of, "muon")
                    .and(ScheduleFreeAdamW::of, "schedulefreeadamw")
                    .and(() -> LossScaleOptimizer.of(SGD.of()), "lossscaleoptimizer")
                    .and(() -> MultiOptimizer.of(OptimizerMap.of(SGD.of())), "multioptimizer");

    private OptimizerWords() {}

    /// What the word stands for.
    public static Optimizer<?> of(String word) {
        return TABLE.make("Optimizer.of", word);
    }

    /// All of them; words and the names of classes are the same but for case and underscores.
    public static Words<Optimizer<?>> table() {
        return TABLE;
    }
}
