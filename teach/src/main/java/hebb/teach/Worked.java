package hebb.teach;

import hebb.core.tensor.Tensor;
import hebb.nn.layers.Activation;
import hebb.nn.layers.Dense;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// How single numbers of a page come about, written out with the numbers that go in.
final class Worked {
    /// So many terms are written out, and then dots.
    private static final int TERMS = 8;

    private static final double NOISE = 1e-5;

    private Worked() {}

    /// Numbers of a tensor by their place, each with how it came about.
    interface How extends IntFunction<String> {
        /// Nothing to be said.
        How UNKNOWN = _ -> "";
    }

    private static final class Values {
        final double[] all;
        final int columns;

        private Values(Tensor t) {
            all = t.toDoubles();
            columns = t.rank() == 0 ? 1 : t.dim(-1);
        }

        static Values of(Tensor t) {
            return new Values(t);
        }

        double at(int row, int column) {
            return all[row * columns + column];
        }

        int rows() {
            return columns == 0 ? 0 : all.length / columns;
        }
    }

    /// Of what a layer made.
    static How forward(Stage stage) {
        return switch (stage.layer()) {
            case Dense _ -> product(stage);
            case Activation a when stage.slope().isPresent() ->
                    elementwise(stage.input(), stage.output(), "a", a.function());
            default -> How.UNKNOWN;
        };
    }

    private static How product(Stage stage) {
        var x = Values.of(stage.input());
        var w = stage.weight("kernel").map(k -> Values.of(k.before()));
        var b = stage.weight("bias").map(k -> Values.of(k.before()));
        var z = Values.of(stage.output());
        if (w.isEmpty()) {
            return How.UNKNOWN;
        }
        return i -> {
            int row = i / z.columns;
            int column = i % z.columns;
            var terms = new ArrayList<String>();
            for (int k = 0; k < x.columns; k++) {
                terms.add(times(x.at(row, k), w.get().at(k, column)));
            }
            b.ifPresent(bias -> terms.addFirst(Numbers.factor(bias.all[column])));
            return sum("z", row, column, terms, z.all[i]);
        };
    }

    private static How elementwise(Tensor z, Tensor a, String letter, String function) {
        var from = Values.of(z);
        var to = Values.of(a);
        return i ->
                name(letter, i / to.columns, i % to.columns)
                        + " = "
                        + function
                        + "("
                        + Numbers.text(from.all[i])
                        + ") = "
                        + Numbers.text(to.all[i]);
    }

    /// Of the gradient of what a layer was given.
    static How backward(Stage stage) {
        if (stage.slope().isPresent()) {
            var slope = Values.of(stage.slope().get());
            var delta = Values.of(stage.outputGradient());
            var result = Values.of(stage.inputGradient());
            return i ->
                    name("∂L/∂z", i / result.columns, i % result.columns)
                            + " = δ · a′ = "
                            + times(delta.all[i], slope.all[i])
                            + " = "
                            + Numbers.text(result.all[i]);
        }
        var kernel = stage.weight("kernel");
        if (!(stage.layer() instanceof Dense) || kernel.isEmpty()) {
            return How.UNKNOWN;
        }
        var w = Values.of(kernel.get().before());
        var delta = Values.of(stage.outputGradient());
        var result = Values.of(stage.inputGradient());
        return i -> {
            int row = i / result.columns;
            int column = i % result.columns;
            var terms = new ArrayList<String>();
            for (int k = 0; k < delta.columns; k++) {
                terms.add(times(delta.at(row, k), w.at(column, k)));
            }
            return sum("∂L/∂x", row, column, terms, result.all[i]);
        };
    }

    /// Of the gradient of a weight.
    static How gradient(Stage stage, Stage.Learned weight) {
        if (!(stage.layer() instanceof Dense)) {
            return How.UNKNOWN;
        }
        var x = Values.of(stage.input());
        var delta = Values.of(stage.outputGradient());
        var result = Values.of(weight.gradient());
        boolean isBias = weight.name().equals("bias");
        return i -> {
            int row = isBias ? 0 : i / result.columns;
            int column = i % result.columns;
            var terms = new ArrayList<String>();
            for (int s = 0; s < delta.rows(); s++) {
                terms.add(
                        isBias
                                ? Numbers.factor(delta.at(s, column))
                                : times(x.at(s, row), delta.at(s, column)));
            }
            return isBias
                    ? sum("∂L/∂b", column, -1, terms, result.all[i])
                    : sum("∂L/∂W", row, column, terms, result.all[i]);
        };
    }

    /// Of a weight after the step.
    static How update(Stage.Learned weight, Lesson lesson) {
        var before = weight.before().toDoubles();
        var after = weight.after().toDoubles();
        var gradient = weight.gradient().toDoubles();
        boolean isPlain = isPlain(before, after, gradient, lesson.rate());
        return i ->
                "w = "
                        + Numbers.text(before[i])
                        + (isPlain
                                ? " − "
                                        + Numbers.brief(lesson.rate())
                                        + " · "
                                        + Numbers.factor(gradient[i])
                                : change(after[i] - before[i]))
                        + " = "
                        + Numbers.text(after[i]);
    }

    /// Whether all that happened is the rate times the gradient.
    private static boolean isPlain(
            double[] before, double[] after, double[] gradient, double rate) {
        return IntStream.range(0, before.length)
                .allMatch(i -> {
                    double expected = before[i] - rate * gradient[i];
                    double noise = NOISE * (Math.abs(before[i]) + Math.abs(rate * gradient[i]));
                    return Math.abs(expected - after[i]) <= noise;
                });
    }

    private static String change(double change) {
        return (change < 0 ? " − " : " + ") + Numbers.text(Math.abs(change));
    }

    private static String times(double a, double b) {
        return Numbers.factor(a) + " · " + Numbers.factor(b);
    }

    private static String name(String letter, int row, int column) {
        return letter + "[" + row + (column < 0 ? "" : ", " + column) + "]";
    }

    private static String sum(
            String letter, int row, int column, List<String> terms, double result) {
        var shown = String.join(" + ", terms.subList(0, Math.min(TERMS, terms.size())));
        var more = terms.size() > TERMS ? " + … (" + terms.size() + " terms)" : "";
        return name(letter, row, column) + " = " + shown + more + " = " + Numbers.text(result);
    }
}
