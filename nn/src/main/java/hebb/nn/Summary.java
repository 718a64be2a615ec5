package hebb.nn;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.nn.TextTable.Align;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// The text that `model.summary()` prints: Keras's, letter for letter, for a terminal of as many
/// columns as the variable `COLUMNS` says, else 80.
public final class Summary extends Configured<Summary> {
    private final Model model;
    private final Map<String, String> shapes = new HashMap<>();
    private int lineLength;
    private boolean expandNested;
    private boolean showTrainable;

    private Summary(Model model) {
        this.model = model;
        if (model.isBuilt()) {
            var pass = Pass.inference().watched((path, ys) -> shapes.put(path, text(ys)));
            var _ = Traced.ofAll(xs -> model.call(pass, xs)).infer(model.inputs());
            model.entrances().forEach(this::shapesOfTexts);
        }
    }

    /// Of this model.
    public static Summary of(Model model) {
        return new Summary(model);
    }

    /// Lines of this many characters. Default: 88, with connections 108, and no more than the
    /// terminal has less 4.
    public Summary lineLength(int characters) {
        return with(s -> s.lineLength = characters);
    }

    /// Whether the layers of models inside the model are shown. Default: no.
    public Summary expandNested(boolean expand) {
        return with(s -> s.expandNested = expand);
    }

    /// Whether it is shown what is trained. Default: no.
    public Summary showTrainable(boolean show) {
        return with(s -> s.showTrainable = show);
    }

    // ---- the table

    @Override
    public String toString() {
        var titles = new ArrayList<>(List.of("Layer (type)", "Output Shape", "Param #"));
        var aligns = new ArrayList<>(List.of(Align.LEFT, Align.LEFT, Align.RIGHT));
        if (!model.isChain()) {
            titles.add("Connected to");
            aligns.add(Align.LEFT);
        }
        if (showTrainable) {
            titles.add("Trainable");
            aligns.add(Align.CENTER);
        }
        int width = width();
        var table = new TextTable(width, columns(width), aligns.toArray(Align[]::new));
        table.row(titles);
        for (var member : model.members()) {
            add(table, model, member, "", 0);
        }
        return "Model: \"" + model.label() + "\"\n" + table + totals();
    }

    private int width() {
        int wanted = (model.isChain() ? 88 : 108) + (showTrainable ? 12 : 0);
        return lineLength > 0 ? lineLength : Math.min(wanted, terminalColumns() - 4);
    }

    private static int terminalColumns() {
        var columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[1-9]\\d{0,5}") ? Integer.parseInt(columns) : 80;
    }

    private int[] columns(int width) {
        var ends =
                model.isChain()
                        ? new double[] {0.45, 0.80, 1.0}
                        : new double[] {0.3, 0.56, 0.74, 1.0};
        if (showTrainable) {
            ends = IntStream.rangeClosed(0, ends.length).mapToDouble(scaled(ends)).toArray();
        }
        var widths = new int[ends.length];
        int current = 0;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = (int) (ends[i] * width) - current;
            current += widths[i];
            if (widths[i] < 4) {
                throw HebbException.of("summary", "the lines are too short for the table")
                        .received(width + " characters")
                        .expected("at least " + (model.isChain() ? 30 : 50));
            }
        }
        return widths;
    }

    private static IntToDoubleFunction scaled(double[] ends) {
        return i -> i < ends.length ? ends[i] * 0.90 : 1.0;
    }

    private void add(TextTable table, Model owner, Member member, String prefix, int depth) {
        var layer = member.layer();
        var path = prefix + member.name();
        var part = owner.ownWeights().part(member.name());
        var row = new ArrayList<String>();
        row.add(
                "   ".repeat(depth)
                        + (depth > 0 ? "└ " : "")
                        + member.name()
                        + " ("
                        + layer.className()
                        + ")");
        row.add(shapes.getOrDefault(path, "?"));
        row.add(owner.isBuilt() ? number(part.count()) : "0 (unbuilt)");
        if (!model.isChain()) {
            var connections = depth > 0 ? List.<String>of() : owner.connections(layer);
            row.add(connections.isEmpty() ? "-" : String.join(", ", connections));
        }
        if (showTrainable) {
            row.add(part.all().isEmpty() ? "-" : part.isTrainable() ? "Y" : "N");
        }
        table.row(row);
        if (expandNested && layer instanceof Model inner) {
            for (var member2 : inner.members()) {
                add(table, inner, member2, path + "/", depth + 1);
            }
        }
    }

    // no tensor comes by where texts are read
    private void shapesOfTexts(Entrance entrance) {
        entrance.made()
                .ifPresent(made -> {
                    var input = entrance.input();
                    shapes.put(model.nameOf(input), text(input.spec().shape()));
                    shapes.put(model.nameOf(made.made().layer()), text(made.spec().shape()));
                });
    }

    private static String text(List<Tensor> results) {
        var shapes = results.stream().map(y -> text(y.shape())).toList();
        return shapes.size() == 1 ? shapes.getFirst() : "[" + String.join(", ", shapes) + "]";
    }

    private static String text(Shape shape) {
        var dims = shape.stream().mapToObj(d -> d == Shape.UNKNOWN ? "None" : Integer.toString(d));
        return "(" + String.join(", ", dims.toList()) + ")";
    }

    // ---- below it

    private String totals() {
        var weights = model.ownWeights();
        var trained = weights.all().stream().filter(Weight::isTrainable).toList();
        var fixed = weights.all().stream().filter(w -> !w.isTrainable()).toList();
        var slots = model.isCompiled() ? model.trainer().slots().all() : List.<Weight>of();
        var all = new ArrayList<>(weights.all());
        all.addAll(slots);
        return total(" Total params: ", all)
                + total(" Trainable params: ", trained)
                + total(" Non-trainable params: ", fixed)
                + (slots.isEmpty() ? "" : total(" Optimizer params: ", slots));
    }

    private static String total(String label, List<Weight> weights) {
        long count = weights.stream().mapToLong(w -> w.shape().size()).sum();
        long bytes =
                weights.stream()
                        .mapToLong(w -> (long) w.shape().size() * w.spec().dtype().bytes())
                        .sum();
        return label + number(count) + " (" + size((double) bytes) + ")\n";
    }

    private static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    private static String size(double bytes) {
        var units = List.of("B", "KB", "MB", "GB", "TB", "PB");
        int unit = 0;
        double scaled = bytes;
        while (scaled >= 1024 && unit < units.size() - 1) {
            scaled /= 1024;
            unit++;
        }
        var rounded = new BigDecimal(scaled).setScale(2, RoundingMode.HALF_EVEN); // as Python does
        return rounded + " " + units.get(unit);
    }

    @Override
    public Options options() {
        return Options.of("line_length", int.class, lineLength, v -> lineLength = v)
                .and("expand_nested", boolean.class, expandNested, v -> expandNested = v)
                .and("show_trainable", boolean.class, showTrainable, v -> showTrainable = v);
    }
}
