package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.constraints.Constraint;
import hebb.nn.initializers.Initializer;
import hebb.nn.regularizers.Regularizer;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// How a weight begins, what its size costs, and which rule it keeps: the three options that Keras
/// has for each kind of weight.
record WeightRules(Initializer initializer, Regularizer regularizer, Constraint constraint) {
    /// A weight that begins so, and is free.
    static WeightRules of(Initializer initializer) {
        return new WeightRules(initializer, Regularizer.none(), Constraint.none());
    }

    WeightRules initializer(Initializer initializer) {
        return new WeightRules(initializer, regularizer, constraint);
    }

    WeightRules regularizer(Regularizer regularizer) {
        return new WeightRules(initializer, regularizer, constraint);
    }

    WeightRules constraint(Constraint constraint) {
        return new WeightRules(initializer, regularizer, constraint);
    }

    /// The weight of that name, made by these rules.
    Tensor weight(Scope s, String name, int... dims) {
        return s.weight(name, Shape.of(dims), initializer, regularizer, constraint);
    }

    /// The rules of one kind of weight among a layer's options: `kernel_initializer` and so on, and
    /// how the layer changes them.
    record Choice(String prefix, WeightRules rules, Consumer<UnaryOperator<WeightRules>> change) {
        Options initializer() {
            return Options.of(
                    prefix + "_initializer",
                    Initializer.class,
                    rules.initializer(),
                    v -> change.accept(r -> r.initializer(v)));
        }

        Options regularizer() {
            return Options.of(
                    prefix + "_regularizer",
                    Regularizer.class,
                    rules.regularizer(),
                    v -> change.accept(r -> r.regularizer(v)));
        }

        Options constraint() {
            return Options.of(
                    prefix + "_constraint",
                    Constraint.class,
                    rules.constraint(),
                    v -> change.accept(r -> r.constraint(v)));
        }
    }

    /// The options of several kinds, in Keras's order: all initializers, all regularizers, what is
    /// `between`, all constraints.
    static Options options(Options between, Choice... choices) {
        return all(Choice::initializer, choices)
                .and(all(Choice::regularizer, choices))
                .and(between)
                .and(all(Choice::constraint, choices));
    }

    private static Options all(Function<Choice, Options> part, Choice... choices) {
        return Arrays.stream(choices).map(part).reduce(Options.none(), Options::and);
    }
}
