package hebb.nn.words;

import hebb.nn.constraints.Constraint;
import hebb.nn.constraints.MaxNorm;
import hebb.nn.constraints.MinMaxNorm;
import hebb.nn.constraints.NonNeg;
import hebb.nn.constraints.UnitNorm;

/// The constraints by Keras's names, of classes and in snake case.
public final class ConstraintWords {
    private static final Words<Constraint> TABLE =
            new Words<Constraint>("constraint")
                    .and(MaxNorm::of, "MaxNorm")
                    .and(MinMaxNorm::of, "MinMaxNorm")
                    .and(NonNeg::of, "NonNeg")
                    .and(UnitNorm::of, "UnitNorm");

    private ConstraintWords() {}

    /// All of them.
    public static Words<Constraint> table() {
        return TABLE;
    }
}
