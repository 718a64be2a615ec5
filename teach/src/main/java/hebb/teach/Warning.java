package hebb.teach;

import hebb.nn.layers.Activation;
import hebb.nn.layers.ReLU;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/// Something that keeps a network from learning.
///
/// @param kind which of the known troubles it is
/// @param place the layer where it shows
/// @param text what is the case
/// @param advice what helps
public record Warning(Kind kind, String place, String text, String advice) {
    /// The known troubles.
    public enum Kind {
        /// Units that are 0 for every sample have no gradient, and stay so.
        DEAD_RELU("Dead ReLUs"),
        /// Where a curve is flat, its slope stops the gradient.
        SATURATED("Saturated activation"),
        /// The first layers learn next to nothing.
        VANISHING_GRADIENT("Vanishing gradient"),
        /// The first layers are torn about.
        EXPLODING_GRADIENT("Exploding gradient"),
        /// The step went past the valley.
        RATE_TOO_HIGH("Learning rate too high");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /// In words.
        public String title() {
            return title;
        }
    }

    /// From this share of units on, dead ones are worth a warning.
    private static final double MANY_DEAD = 0.25;

    /// Flat is a slope below this share of the steepest.
    private static final double FLAT = 0.05;

    private static final double MANY_FLAT = 0.5;

    /// How far gradients of the first and the last layer may be apart.
    private static final double APART = 1000;

    private static final double HUGE = 1000;

    /// From here on a prediction is more wrong than right.
    private static final double WRONG = 0.5;

    private static final Set<String> CURVES = Set.of("sigmoid", "tanh");

    static List<Warning> of(Lesson lesson) {
        var warnings = new ArrayList<Warning>();
        for (var stage : lesson.stages()) {
            deadUnits(stage, warnings);
            saturation(lesson, stage, warnings);
        }
        gradients(lesson, warnings);
        rate(lesson, warnings);
        return List.copyOf(warnings);
    }

    private static void deadUnits(Stage stage, List<Warning> into) {
        boolean isRelu =
                stage.layer() instanceof ReLU
                        || (stage.layer() instanceof Activation a && a.function().equals("relu"));
        if (!isRelu) {
            return;
        }
        var values = stage.output().toDoubles();
        int units = stage.output().dim(-1);
        long dead =
                IntStream.range(0, units)
                        .filter(u ->
                                IntStream.range(0, values.length / units)
                                        .allMatch(i -> values[i * units + u] <= 0))
                        .count();
        if (dead > 0 && dead >= MANY_DEAD * units) {
            into.add(
                    new Warning(
                            Kind.DEAD_RELU,
                            stage.name(),
                            dead
                                    + " of "
                                    + units
                                    + " units are 0 for every sample here: the slope of ReLU is 0"
                                    + " there, so no gradient reaches their weights.",
                            "Lower the learning rate, begin with HeNormal weights, or take"
                                    + " LeakyReLU, whose slope is never 0."));
        }
    }

    private static void saturation(Lesson lesson, Stage stage, List<Warning> into) {
        if (!(stage.layer() instanceof Activation a) || !CURVES.contains(a.function())) {
            return;
        }
        double steepest = a.function().equals("sigmoid") ? 0.25 : 1;
        var slopes = stage.slope().orElseThrow().toDoubles();
        boolean isLast = stage.equals(lesson.stages().getLast());
        boolean[] counts = isLast ? wrong(lesson, slopes.length) : all(slopes.length);
        long counted = IntStream.range(0, slopes.length).filter(i -> counts[i]).count();
        long flat =
                IntStream.range(0, slopes.length)
                        .filter(i -> counts[i] && slopes[i] < FLAT * steepest)
                        .count();
        boolean hides = !isLast || !lesson.loss().className().contains("rossentropy");
        if (flat > 0 && flat >= MANY_FLAT * counted && hides) {
            into.add(
                    new Warning(
                            Kind.SATURATED,
                            stage.name(),
                            flat
                                    + " of "
                                    + counted
                                    + (isLast ? " wrong" : "")
                                    + " values lie where "
                                    + a.function()
                                    + " is flat: its slope is below a twentieth of the steepest,"
                                    + " and what it lets through of the gradient, too.",
                            isLast
                                    ? "Take a cross-entropy as the loss: its gradient is large"
                                            + " where the answer is wrong, however flat the curve."
                                    : "Begin with smaller weights, scale the inputs, or take"
                                            + " BatchNormalization or ReLU."));
        }
    }

    private static boolean[] all(int count) {
        var all = new boolean[count];
        Arrays.fill(all, true);
        return all;
    }

    /// Of predictions, those that a flat curve holds where they should not be.
    private static boolean[] wrong(Lesson lesson, int count) {
        var wrong = new boolean[count];
        var predicted = lesson.prediction().toDoubles();
        var labels = lesson.y().toDoubles();
        for (int i = 0; i < count && labels.length == count; i++) {
            wrong[i] = Math.abs(predicted[i] - labels[i]) > WRONG;
        }
        return wrong;
    }

    private static void gradients(Lesson lesson, List<Warning> into) {
        var kernels =
                lesson.stages().stream()
                        .flatMap(s -> s.weights().stream())
                        .filter(w -> w.gradient().rank() > 1)
                        .toList();
        if (kernels.isEmpty()) {
            return;
        }
        var first = kernels.getFirst();
        var last = kernels.getLast();
        double early = size(first.gradient().toDoubles());
        double late = size(last.gradient().toDoubles());
        if (kernels.size() > 1 && early * APART < late) {
            into.add(
                    new Warning(
                            Kind.VANISHING_GRADIENT,
                            first.path(),
                            "The gradient here is "
                                    + Numbers.text(early)
                                    + " on average, at "
                                    + last.path()
                                    + " "
                                    + Numbers.text(late)
                                    + ": each layer on the way back made it smaller, and this one"
                                    + " learns next to nothing.",
                            "Take ReLU instead of sigmoid, fewer layers, BatchNormalization, or"
                                    + " in recurrent networks LSTM or GRU."));
        }
        var largest =
                kernels.stream()
                        .max((a, b) ->
                                Double.compare(
                                        orderable(a.gradient().toDoubles()),
                                        orderable(b.gradient().toDoubles())))
                        .orElseThrow();
        double size = orderable(largest.gradient().toDoubles());
        if (size > HUGE || (kernels.size() > 1 && early > APART * late)) {
            into.add(
                    new Warning(
                            Kind.EXPLODING_GRADIENT,
                            largest.path(),
                            "The gradient here is "
                                    + Numbers.text(size)
                                    + " on average: one step throws the weights far away.",
                            "Clip it, Adam.of().clipnorm(1); begin with smaller weights; scale the"
                                    + " inputs."));
        }
    }

    /// The root of the mean square.
    private static double size(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElse(0));
    }

    private static double orderable(double[] values) {
        double size = size(values);
        return Double.isNaN(size) ? Double.POSITIVE_INFINITY : size;
    }

    private static void rate(Lesson lesson, List<Warning> into) {
        if (!(lesson.after() <= lesson.before())) {
            into.add(
                    new Warning(
                            Kind.RATE_TOO_HIGH,
                            "the step",
                            String.format(
                                    Locale.ROOT,
                                    "After the step the loss of the very same samples is %s, before"
                                            + " it was %s: at the rate %s the step went past the"
                                            + " valley.",
                                    Numbers.text(lesson.after()),
                                    Numbers.text(lesson.before()),
                                    Numbers.brief(lesson.rate())),
                            "Try a tenth of the rate."));
        }
    }
}
