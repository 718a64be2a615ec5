package hebb.teach;

import hebb.nn.optimizers.Adagrad;
import hebb.nn.optimizers.Adam;
import hebb.nn.optimizers.Optimizer;
import hebb.nn.optimizers.RMSprop;
import hebb.nn.optimizers.SGD;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How optimizers change weights, in letters: of a weight w and its gradient g, at the rate η.
final class OptimizerFormulas {
    /// A formula, an optimizer for which it holds, and the options that it has letters for.
    private record Known(Optimizer<?> usual, String text, Set<String> letters) {
        Known(Optimizer<?> usual, String text, String... letters) {
            this(usual, text, Set.of(letters));
        }

        String exceptions(Optimizer<?> optimizer) {
            var free = new HashSet<>(letters);
            free.addAll(FREE);
            return Usual.exceptions(optimizer, usual, free);
        }
    }

    private static final Set<String> FREE =
            Set.of("name", "learning_rate", "ema_momentum", "ema_overwrite_frequency");

    /// The more general behind the simpler.
    private static final List<Known> KNOWN =
            List.of(
                    new Known(SGD.of(), "w ← w − η · g"),
                    new Known(SGD.of(), "v ← μ v − η · g,  w ← w + v", "momentum"),
                    new Known(
                            Adam.of(),
                            "m ← m + (1 − β₁)(g − m),  v ← v + (1 − β₂)(g² − v),  "
                                    + "w ← w − η · √(1 − β₂ᵗ) / (1 − β₁ᵗ) · m / (√v + ε)",
                            "beta_1",
                            "beta_2",
                            "epsilon"),
                    new Known(
                            RMSprop.of(),
                            "v ← ρ v + (1 − ρ) g²,  w ← w − η · g / √(v + ε)",
                            "rho",
                            "epsilon"),
                    new Known(
                            Adagrad.of(),
                            "v ← v + g²,  w ← w − η · g / √(v + ε)",
                            "initial_accumulator_value",
                            "epsilon"));

    private OptimizerFormulas() {}

    /// The formula; of an optimizer that none is known for, its name and what is special about it.
    static String of(Optimizer<?> optimizer) {
        var known =
                KNOWN.stream()
                        .filter(k -> k.usual.className().equals(optimizer.className()))
                        .toList();
        var step = "w ← the step of " + optimizer.className() + ", along −g";
        return known.stream()
                .filter(k -> k.exceptions(optimizer).isEmpty())
                .findFirst()
                .map(Known::text)
                .orElseGet(() ->
                        known.isEmpty()
                                ? step
                                : step + ",  with " + known.getFirst().exceptions(optimizer));
    }
}
