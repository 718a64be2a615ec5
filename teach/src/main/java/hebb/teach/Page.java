package hebb.teach;

import hebb.core.tensor.Tensor;
import hebb.nn.layers.Activation;
import hebb.nn.layers.Dense;
import java.util.Arrays;
import java.util.Locale;

/// A lesson as a page: an overview, and then the step in its order: forward, loss, backward,
/// update.
final class Page {
    private static final String DELTA = "δ = ∂L/∂";

    private final Lesson lesson;
    private final StringBuilder html = new StringBuilder();
    private int cards;

    Page(Lesson lesson) {
        this.lesson = lesson;
    }

    String html() {
        html.append("<!doctype html><html lang='en'><head><meta charset='utf-8'>");
        html.append("<meta name='viewport' content='width=device-width, initial-scale=1'>");
        html.append("<title>One step of ").append(Html.text(lesson.model())).append("</title>");
        html.append("<style>").append(Html.resource("page.css")).append("</style></head><body>");
        header();
        warnings();
        overview();
        forward();
        loss();
        backward();
        update();
        html.append("<script>").append(Html.resource("page.js")).append("</script>");
        return html.append("</body></html>\n").toString();
    }

    // ---- at a glance

    private void header() {
        html.append("<header><p class='kicker'>One training step, number by number</p><h1>");
        html.append(Html.text(lesson.model())).append("</h1><p class='facts'>");
        html.append(lesson.x().dim(0)).append(" samples · ").append(lesson.loss().className());
        html.append(" · ").append(lesson.optimizer().className()).append(", rate ");
        html.append(Numbers.brief(lesson.rate())).append(" · step ").append(lesson.step());
        html.append("</p><p class='result'>loss <b>").append(Numbers.text(lesson.before()));
        html.append("</b><span class='arrow'>⟶</span><b>").append(Numbers.text(lesson.after()));
        html.append("</b><small>of the same samples, before and after the step</small></p>");
        html.append("</header><main>");
    }

    private void warnings() {
        html.append("<section class='warnings'>");
        for (var warning : lesson.warnings()) {
            html.append("<div class='warning'><h3>").append(warning.kind().title());
            html.append(" <small>").append(Html.text(warning.place())).append("</small></h3><p>");
            html.append(Html.text(warning.text())).append("</p><p class='advice'>");
            html.append(Html.text(warning.advice())).append("</p></div>");
        }
        if (lesson.warnings().isEmpty()) {
            html.append("<div class='healthy'><h3>Nothing keeps this network from learning</h3>");
            html.append("<p>No dead units, no saturated curves, gradients of a healthy size, and");
            html.append(" the loss went down.</p></div>");
        }
        html.append("</section>");
    }

    private void overview() {
        double most =
                lesson.stages().stream().mapToDouble(s -> size(s.outputGradient())).max().orElse(1);
        html.append("<nav class='flow'>");
        node("#forward-0", "x", lesson.x().shape().toString(), -1, most);
        int number = 0;
        for (var stage : lesson.stages()) {
            html.append("<span class='to'>→</span>");
            node(
                    "#forward-" + number++,
                    title(stage),
                    stage.output().shape().toString(),
                    size(stage.outputGradient()),
                    most);
        }
        html.append("<span class='to'>→</span>");
        node("#loss", "loss", Numbers.text(lesson.before()), -1, most);
        html.append(
                "</nav><p class='legend'>The bar below a layer is the size of the gradient that");
        html.append(" arrives there on the way back. Cells are <i class='pos'>blue above 0</i>,");
        html.append(" <i class='neg'>orange below</i>; point at one for its exact value, click it");
        html.append(" to see how it came about. The arrow keys walk from card to card.</p>");
    }

    private void node(String link, String name, String below, double gradient, double most) {
        html.append("<a class='node' href='").append(link).append("'><b>").append(Html.text(name));
        html.append("</b><small>").append(below).append("</small>");
        if (gradient >= 0) {
            double width = most > 0 && Double.isFinite(most) ? 100 * gradient / most : 0;
            html.append(
                    String.format(
                            Locale.ROOT, "<span class='bar'><i style='width:%.0f%%'>", width));
            html.append("</i></span><small>δ ").append(Numbers.text(gradient)).append("</small>");
        }
        html.append("</a>");
    }

    /// The root of the mean square.
    private static double size(Tensor tensor) {
        return Math.sqrt(Arrays.stream(tensor.toDoubles()).map(v -> v * v).average().orElse(0));
    }

    private static String title(Stage stage) {
        return stage.layer() instanceof Activation a ? a.function() : stage.name();
    }

    // ---- the step

    private void act(String number, String name, String words) {
        html.append("<h2><span>").append(number).append("</span>").append(name);
        html.append("<small>").append(words).append("</small></h2>");
    }

    private void card(String id, String title, String kind, String formula, String words) {
        html.append("<article id='").append(id).append("'><h3><span class='number'>");
        html.append(++cards).append("</span>").append(Html.text(title));
        html.append(" <small>").append(Html.text(kind)).append("</small></h3><p class='words'>");
        html.append(words).append("</p><p class='formula'>");
        html.append(Html.text(formula).replace(",  ", "<br>")).append("</p><div class='equation'>");
    }

    private void end() {
        html.append("</div><p class='worked' aria-live='polite'></p></article>");
    }

    private void operator(String sign) {
        html.append("<span class='operator'>").append(sign).append("</span>");
    }

    private void forward() {
        act("1", "Forward", "what each layer makes of what it is given");
        int number = 0;
        for (var stage : lesson.stages()) {
            var formula = Formulas.of(stage.layer());
            card(
                    "forward-" + number++,
                    title(stage),
                    kind(stage),
                    formula.forward() + ",  " + formula.slope(),
                    formula.words());
            var in = isCurve(stage) ? "z" : "x";
            var out = stage.layer() instanceof Dense ? "z" : isCurve(stage) ? "a" : "y";
            html.append(Grid.of(stage.name() + " input", in, stage.input()));
            for (var weight : stage.weights()) {
                operator(weight.name().equals("bias") ? "+" : "·");
                html.append(Grid.of(weight.path(), symbol(weight), weight.before()));
            }
            operator(stage.weights().isEmpty() ? "→" : "=");
            html.append(
                    Grid.of(stage.name() + " output", out, stage.output(), Worked.forward(stage)));
            stage.slope()
                    .ifPresent(slope -> {
                        operator("slope");
                        html.append(Grid.of(stage.name() + " slope", out + "′", slope));
                    });
            end();
        }
    }

    private static boolean isCurve(Stage stage) {
        return stage.layer() instanceof Activation;
    }

    private static String kind(Stage stage) {
        var own = stage.layer() instanceof Activation a ? "_" + a.function() : "";
        return !own.isEmpty() && stage.name().endsWith(own)
                ? "after " + stage.name().substring(0, stage.name().length() - own.length())
                : stage.layer().className();
    }

    private static String symbol(Stage.Learned weight) {
        return switch (weight.name()) {
            case "kernel" -> "W";
            case "bias" -> "b";
            case "recurrent_kernel" -> "U";
            case "gamma" -> "γ";
            case "beta" -> "β";
            default -> Html.text(weight.name());
        };
    }

    private void loss() {
        act("2", "Loss", "how wrong the predictions are: one number that is to become small");
        card(
                "loss",
                lesson.loss().className(),
                "L = " + Numbers.text(lesson.before()),
                LossFormulas.of(lesson.loss()),
                "Predictions ŷ are compared with the answers y, sample by sample.");
        html.append(Grid.of("y", "y", lesson.y()));
        operator("and");
        html.append(Grid.of("prediction", "ŷ", lesson.prediction()));
        operator("→");
        html.append(Grid.of("losses", "loss of each sample", lesson.losses()));
        operator("slope");
        html.append(
                Grid.of(
                        "prediction gradient",
                        "∂L/∂ŷ",
                        lesson.stages().getLast().outputGradient()));
        end();
    }

    private void backward() {
        act("3", "Backward", "how the loss changes with every number, from the end to the start");
        for (int i = lesson.stages().size() - 1; i >= 0; i--) {
            var stage = lesson.stages().get(i);
            var formula = Formulas.of(stage.layer());
            card("backward-" + i, title(stage), kind(stage), formula.backward(), arrives(i));
            html.append(
                    Grid.of(
                            stage.name() + " output gradient",
                            DELTA
                                    + (isCurve(stage)
                                            ? "a"
                                            : stage.layer() instanceof Dense ? "z" : "y"),
                            stage.outputGradient()));
            stage.slope()
                    .ifPresent(slope -> {
                        operator("⊙");
                        html.append(Grid.of(stage.name() + " slope again", "a′", slope));
                    });
            for (var weight : stage.weights()) {
                operator("→");
                html.append(
                        Grid.of(
                                weight.path() + " gradient",
                                "∂L/∂" + symbol(weight),
                                weight.gradient(),
                                Worked.gradient(stage, weight)));
            }
            operator(stage.slope().isPresent() ? "=" : "→");
            html.append(
                    Grid.of(
                            stage.name() + " input gradient",
                            "∂L/∂" + (isCurve(stage) ? "z" : "x"),
                            stage.inputGradient(),
                            Worked.backward(stage)));
            end();
        }
    }

    private String arrives(int i) {
        boolean isLast = i == lesson.stages().size() - 1;
        return "The gradient δ arrives from "
                + (isLast ? "the loss" : Html.text(title(lesson.stages().get(i + 1))))
                + (i == 0
                        ? "; what would go on to the input is of no use to training."
                        : "; what is handed on goes to "
                                + Html.text(title(lesson.stages().get(i - 1)))
                                + ".");
    }

    private void update() {
        act("4", "Update", "every weight goes a little way against its gradient g = ∂L/∂w");
        for (var stage : lesson.stages()) {
            for (var weight : stage.weights()) {
                card(
                        "update-" + (cards + 1),
                        weight.path(),
                        "η = " + Numbers.brief(lesson.rate()),
                        OptimizerFormulas.of(lesson.optimizer()),
                        moved(weight));
                html.append(Grid.of(weight.path() + " before", "w", weight.before()));
                operator("−");
                html.append(Grid.of(weight.path() + " gradient again", "g", weight.gradient()));
                for (var kept : weight.kept()) {
                    operator("with");
                    html.append(
                            Grid.of(weight.path() + " " + kept.name(), kept.name(), kept.value()));
                }
                operator("→");
                html.append(
                        Grid.of(
                                weight.path() + " after",
                                "w, new",
                                weight.after(),
                                Worked.update(weight, lesson)));
                end();
            }
        }
        html.append("</main>");
    }

    private static String moved(Stage.Learned weight) {
        var change = size(weight.after().sub(weight.before()));
        var size = size(weight.before());
        return size == 0
                ? "All its numbers were 0 before; the step moves them by "
                        + Numbers.text(change)
                        + " on average."
                : String.format(
                        Locale.ROOT,
                        "The step changes it by %.2g %% of its size.",
                        100 * change / size);
    }
}
