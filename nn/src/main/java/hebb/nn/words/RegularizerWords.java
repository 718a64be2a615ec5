package hebb.nn.words;

import hebb.nn.regularizers.L1;
import hebb.nn.regularizers.L1L2;
import hebb.nn.regularizers.L2;
import hebb.nn.regularizers.OrthogonalRegularizer;
import hebb.nn.regularizers.Regularizer;

/// The regularizers by Keras's names, of classes and in snake case.
public final class RegularizerWords {
    private static final Words<Regularizer> TABLE =
            new Words<Regularizer>("regularizer")
                    .and(L1::of, "L1")
                    .and(L2::of, "L2")
                    .and(L1L2::of, "L1L2")
                    .and(OrthogonalRegularizer::of, "OrthogonalRegularizer");

    private RegularizerWords() {}

    /// All of them.
    public static Words<Regularizer> table() {
        return TABLE;
    }
}
