package hebb.plot;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.eval.ConfusionMatrix;
import hebb.eval.RocCurve;
import hebb.nn.Model;
import hebb.nn.training.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Figures: what Python draws with matplotlib. Each can be given a title and a size, saved, and
/// shown.
///
/// {@snippet :
/// Plot.history(history).save("history.png");
/// Plot.image(digit).title("a seven").show();
/// }
public final class Plot {
    private static final String VALIDATION = "val_";

    private Plot() {}

    // ---- numbers

    /// A chart without anything on it yet: `Plot.lines().line("loss", losses)`.
    public static Chart lines() {
        return new Chart();
    }

    /// Points at these places.
    public static Chart scatter(Tensor x, Tensor y) {
        return new Chart().scatter("", x, y);
    }

    /// Bars for these names, several for each: `Plot.bars("a", "b").bars("train", values)`.
    public static BarChart bars(String... names) {
        return new BarChart(List.of(names));
    }

    /// A bar for each name.
    public static BarChart bars(List<String> names, double... values) {
        return new BarChart(names).bars("", values);
    }

    /// Bars for these names, several for each: `Plot.bars(names).bars("train", a).bars("test", b)`.
    public static BarChart bars(List<String> names) {
        return new BarChart(names);
    }

    /// A table `(rows, columns)` as coloured cells.
    public static HeatMap heatMap(Tensor table) {
        return new HeatMap(table);
    }

    /// Figures side by side.
    public static Panels panels(Figure<?>... figures) {
        return new Panels(List.of(figures));
    }

    // ---- training

    /// What a training measured after each epoch, a chart for the loss and for each metric, with
    /// the curve of the validation data where there was any.
    public static Panels history(History history) {
        var names = new ArrayList<>(history.names());
        names.removeIf(n -> n.startsWith(VALIDATION));
        if (names.isEmpty()) {
            throw HebbException.of("Plot.history", "nothing was measured")
                    .fix("fit one epoch or more");
        }
        if (names.remove("loss")) {
            names.addFirst("loss");
        }
        return new Panels(names.stream().<Figure<?>>map(n -> curve(history, n)).toList());
    }

    private static Chart curve(History history, String name) {
        var chart =
                new Chart()
                        .line("training", epochs(history, name), values(history, name))
                        .title(name)
                        .xLabel("epoch")
                        .size(560, 420);
        var validation = VALIDATION + name;
        return history.names().contains(validation)
                ? chart.line("validation", epochs(history, validation), values(history, validation))
                : chart;
    }

    private static double[] values(History history, String name) {
        return history.values(name).stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// As they are counted in what `fit` prints, from 1.
    private static double[] epochs(History history, String name) {
        return history.epochs(name).stream().mapToDouble(e -> e + 1).toArray();
    }

    // ---- how good a model is

    /// How often each class (row) was taken for each (column).
    public static HeatMap confusionMatrix(ConfusionMatrix matrix) {
        return confusionMatrix(matrix.counts(), matrix.names());
    }

    /// How often each class (row) was taken for each (column).
    ///
    /// @param counts `(classes, classes)`
    /// @param classes their names; none, to name them by their numbers
    public static HeatMap confusionMatrix(Tensor counts, List<String> classes) {
        var names =
                classes.isEmpty()
                        ? IntStream.range(0, counts.dim(0)).mapToObj(String::valueOf).toList()
                        : classes;
        return new HeatMap(counts)
                .rows(names)
                .columns(names)
                .xLabel("predicted")
                .yLabel("true")
                .title("Confusion matrix");
    }

    /// How many of the positive samples are found against how many of the others are taken for
    /// them, for each curve with the area under it, and what guessing gives. Several are numbered
    /// from 1; with names, they are [#roc(List, List)].
    public static Chart roc(RocCurve... curves) {
        return roc(
                IntStream.rangeClosed(1, curves.length)
                        .mapToObj(i -> curves.length > 1 ? "curve " + i : "")
                        .toList(),
                List.of(curves));
    }

    /// The same with a name for each curve: of models, or of the classes of `RocCurve.oneVsRest`.
    public static Chart roc(List<String> names, List<RocCurve> curves) {
        if (curves.isEmpty()) {
            throw HebbException.of("Plot.roc", "there is no curve to draw")
                    .expected("at least one")
                    .fix("Plot.roc(RocCurve.of(y, scores))");
        }
        if (names.size() != curves.size()) {
            throw HebbException.of("Plot.roc", "there is not one name for each curve")
                    .received(names.size() + " names, " + curves.size() + " curves")
                    .expected("as many of each");
        }
        var chart = rocFrame();
        for (int i = 0; i < curves.size(); i++) {
            var curve = curves.get(i);
            var area = String.format(Locale.ROOT, "area %.3f", curve.auc());
            var label = names.get(i).isEmpty() ? area : names.get(i) + ", " + area;
            chart = chart.line(label, curve.falsePositiveRate(), curve.truePositiveRate());
        }
        return guessing(chart);
    }

    /// How many of the positive samples are found against how many of the others are taken for
    /// them, and what guessing gives.
    ///
    /// @param label what stands in the legend, such as the area under the curve
    public static Chart roc(String label, Tensor falsePositiveRate, Tensor truePositiveRate) {
        return guessing(rocFrame().line(label, falsePositiveRate, truePositiveRate));
    }

    private static Chart rocFrame() {
        return new Chart()
                .title("ROC curve")
                .xLabel("false positive rate")
                .yLabel("true positive rate")
                .xLimits(0, 1)
                .yLimits(0, 1.01)
                .size(560, 520);
    }

    private static Chart guessing(Chart chart) {
        return chart.dashed("guessing", new double[] {0, 1}, new double[] {0, 1});
    }

    // ---- images

    /// One image, `(height, width)` or `(height, width, channels)`. matplotlib: `imshow`.
    public static ImageGrid image(Tensor image) {
        return ImageGrid.one(image);
    }

    /// Several images, `(count, height, width)` or `(count, height, width, channels)`.
    public static ImageGrid images(Tensor images) {
        return ImageGrid.of("Plot.images", images);
    }

    // ---- networks

    /// What each channel of a layer answers to an image, `(1, height, width, channels)`, or to the
    /// first of several: bright where it is strong, each channel by itself.
    ///
    /// @throws HebbException if the model has no such layer, or its output is no map
    public static ImageGrid activations(Model model, String layer, Tensor images) {
        var answer = model.upTo(layer).predict(images.slice(0, 0, 1));
        if (answer.rank() != 4) {
            throw HebbException.of("Plot.activations", "the layer '" + layer + "' gives no maps")
                    .received(answer.shape())
                    .expected("(1, height, width, channels)");
        }
        return channels(answer.squeeze(0))
                .colors(ColorMap.VIRIDIS)
                .title("What '" + layer + "' answers");
    }

    /// The filters of a convolution: in colour if they look at three channels, else what each does
    /// with the first one.
    ///
    /// @throws HebbException if the model has no such layer, or it has no filters of two dimensions
    public static ImageGrid filters(Model model, String layer) {
        var kernel = model.weights().value(layer + "/kernel");
        if (kernel.rank() != 4) {
            throw HebbException.of("Plot.filters", "the layer '" + layer + "' has no filters")
                    .received(kernel.shape())
                    .expected("a kernel (height, width, channels, filters)");
        }
        boolean colours = kernel.dim(2) == 3;
        var filters = (colours ? kernel : kernel.slice(2, 0, 1)).transpose(3, 0, 1, 2);
        return ImageGrid.of("Plot.filters", filters)
                .eachStretched()
                .title("The filters of '" + layer + "'");
    }

    private static ImageGrid channels(Tensor maps) {
        return ImageGrid.of("Plot.activations", maps.transpose(2, 0, 1)).eachStretched();
    }
}
