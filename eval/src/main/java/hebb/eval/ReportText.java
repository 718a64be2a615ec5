package hebb.eval;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The lines of a [ClassificationReport]: names on the right of their column, numbers in columns of
/// nine.
final class ReportText {
    private static final int COLUMN = 9;

    private final StringBuilder text = new StringBuilder();
    private final int width;
    private final int digits;
    private final boolean weighted;

    ReportText(List<String> names, int digits, boolean weighted) {
        var widths = names.stream().mapToInt(ReportText::length);
        width =
                Math.max(
                        IntStream.concat(widths, IntStream.of("weighted avg".length()))
                                .max()
                                .orElse(0),
                        digits);
        this.digits = digits;
        this.weighted = weighted;
        line("", Stream.of("precision", "recall", "f1-score", "support"));
        gap();
    }

    void gap() {
        text.append('\n');
    }

    void row(String name, ClassScore score) {
        row(name, score, score.support());
    }

    void row(String name, ClassScore score, double support) {
        line(
                name,
                Stream.of(
                        rounded(score.precision()),
                        rounded(score.recall()),
                        rounded(score.f1()),
                        count(support)));
    }

    void accuracy(double accuracy, double support) {
        line("accuracy", Stream.of("", "", rounded(accuracy), count(support)));
    }

    private void line(String name, Stream<String> cells) {
        text.append(right(name, width)).append(' ');
        cells.forEach(c -> text.append(' ').append(right(c, COLUMN)));
        text.append('\n');
    }

    private static String right(String cell, int width) {
        return " ".repeat(Math.max(0, width - length(cell))) + cell;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// As Python rounds: the number itself, not its shortest spelling.
    private String rounded(double value) {
        return Double.isNaN(value)
                ? "nan"
                : new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }

    private String count(double support) {
        return weighted
                ? Tensor.scalar(support, DType.FLOAT64).toString()
                : String.valueOf((long) support);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
