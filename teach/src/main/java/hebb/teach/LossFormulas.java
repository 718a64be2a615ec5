package hebb.teach;

import hebb.nn.losses.BinaryCrossentropy;
import hebb.nn.losses.CategoricalCrossentropy;
import hebb.nn.losses.Hinge;
import hebb.nn.losses.Huber;
import hebb.nn.losses.LogCosh;
import hebb.nn.losses.Loss;
import hebb.nn.losses.MeanAbsoluteError;
import hebb.nn.losses.MeanSquaredError;
import hebb.nn.losses.Poisson;
import hebb.nn.losses.SparseCategoricalCrossentropy;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What losses compute, in letters: of answers y and predictions ŷ, of which a mean has n.
final class LossFormulas {
    /// A formula, and a loss for which it holds.
    private record Known(Loss<?> usual, String text) {}

    private static final Map<String, Known> KNOWN =
            Stream.of(
                            new Known(
                                    MeanSquaredError.of(),
                                    "L = mean (y − ŷ)²,  ∂L/∂ŷ = 2 (ŷ − y) / n"),
                            new Known(
                                    MeanAbsoluteError.of(),
                                    "L = mean |y − ŷ|,  ∂L/∂ŷ = sign(ŷ − y) / n"),
                            new Known(
                                    BinaryCrossentropy.of(),
                                    "L = − mean [ y log ŷ + (1 − y) log(1 − ŷ) ],  "
                                            + "∂L/∂ŷ = (ŷ − y) / (ŷ (1 − ŷ) n)"),
                            new Known(
                                    CategoricalCrossentropy.of(),
                                    "L = − mean Σⱼ yⱼ log(ŷⱼ / Σₖ ŷₖ),  "
                                            + "∂L/∂ŷⱼ = (1 − yⱼ / ŷⱼ) / n, as Σ ŷ = Σ y = 1"),
                            new Known(
                                    SparseCategoricalCrossentropy.of(),
                                    "L = − mean log(ŷ[y] / Σₖ ŷₖ),  "
                                            + "∂L/∂ŷⱼ = (1 − 1[j=y] / ŷⱼ) / n, as Σ ŷ = 1"),
                            new Known(Hinge.of(), "L = mean max(1 − y ŷ, 0)"),
                            new Known(
                                    Huber.of(),
                                    "L = mean ½ (y − ŷ)², or |y − ŷ| − ½ where that is more than 1"),
                            new Known(
                                    LogCosh.of(),
                                    "L = mean log cosh(ŷ − y),  ∂L/∂ŷ = tanh(ŷ − y) / n"),
                            new Known(
                                    Poisson.of(),
                                    "L = mean (ŷ − y log ŷ),  ∂L/∂ŷ = (1 − y / ŷ) / n"))
                    .collect(Collectors.toMap(k -> k.usual.className(), Function.identity()));

    private LossFormulas() {}

    /// The formula; of a loss that none is known for, its name and what is special about it.
    static String of(Loss<?> loss) {
        var known = KNOWN.get(loss.className());
        if (known == null) {
            return "L = " + loss.name() + "(y, ŷ)";
        }
        var exceptions = Usual.exceptions(loss, known.usual, Set.of("name"));
        return exceptions.isEmpty()
                ? known.text
                : "L = " + loss.name() + "(y, ŷ),  with " + exceptions;
    }
}
