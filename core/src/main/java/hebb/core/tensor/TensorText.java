package hebb.core.tensor;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A tensor's values as numpy prints an array: eight digits, columns aligned, long axes shortened.
final class TensorText {
    private static final int PRECISION = 8;
    private static final int THRESHOLD = 1000;
    private static final int EDGE = 3;
    private static final int WIDTH = 75;

    private final Object data;
    private final Spec spec;
    private final boolean shorten;
    private final List<String> cells = new ArrayList<>();
    private int next;

    private TensorText(Object data, Spec spec) {
        this.data = data;
        this.spec = spec;
        this.shorten = spec.shape().size() > THRESHOLD;
    }

    static String of(Object data, Spec spec) {
        return new TensorText(data, spec).text();
    }

    private String text() {
        if (spec.shape().size() == 0) {
            return "[]";
        }
        var shown = new ArrayList<Integer>();
        collect(0, 0, shown);
        format(shown);
        var out = new StringBuilder();
        write(out, 0, 0);
        return out.toString();
    }

    /// The numbers of the elements that will be shown, in order.
    private void collect(int axis, int offset, List<Integer> shown) {
        var shape = spec.shape();
        if (axis == shape.rank()) {
            shown.add(offset);
            return;
        }
        int stride = shape.strides()[axis];
        for (int i : positions(shape, axis)) {
            if (i >= 0) {
                collect(axis + 1, offset + i * stride, shown);
            }
        }
    }

    /// The positions shown along an axis; -1 stands for the gap.
    private int[] positions(Shape shape, int axis) {
        int n = shape.dim(axis);
        if (!shorten || n <= 2 * EDGE) {
            return IntStream.range(0, n).toArray();
        }
        return new int[] {0, 1, 2, -1, n - 3, n - 2, n - 1};
    }

    private void format(List<Integer> shown) {
        if (spec.dtype().isFloating()) {
            floats(shown);
        } else {
            for (int i : shown) {
                cells.add(
                        switch (spec.dtype()) {
                            case BOOL -> truth(((byte[]) data)[i] != 0);
                            case INT64 -> Long.toString(((long[]) data)[i]);
                            default -> Long.toString((long) Elements.read(data, spec.dtype(), i));
                        });
            }
        }
        int width = cells.stream().mapToInt(String::length).max().orElse(0);
        cells.replaceAll(c -> " ".repeat(width - c.length()) + c);
    }

    // numpy aligns truths even if all hold
    private String truth(boolean holds) {
        return !holds ? "False" : spec.shape().rank() == 0 ? "True" : " True";
    }

    private void floats(List<Integer> shown) {
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i : shown) {
            double v = Math.abs(Elements.read(data, spec.dtype(), i));
            if (v != 0 && Double.isFinite(v)) {
                largest = Math.max(largest, v);
                smallest = Math.min(smallest, v);
            }
        }
        boolean single = spec.dtype() == DType.FLOAT32;
        boolean exponent =
                largest > 0
                        && (largest >= (single ? 1e6 : 1e8)
                                || below(smallest, 1e-4)
                                || below(1000, largest / smallest));
        if (spec.shape().rank() == 0) {
            exponent = largest > 0 && (largest >= (single ? 1e6 : 1e16) || largest < 1e-4);
        }
        int places = 0;
        for (int i : shown) {
            places = Math.max(places, exponent ? mantissa(i) : places(i));
        }
        for (int i : shown) {
            cells.add(exponent ? scientific(i, places) : fixed(i, places));
        }
    }

    // float32 0.0001 is less than float64's, and yet not less than 0.0001
    private boolean below(double a, double b) {
        return spec.dtype() == DType.FLOAT32 ? (float) a < (float) b : a < b;
    }

    /// The shortest decimal that reads back as the same number.
    private BigDecimal shortest(int index) {
        var text =
                spec.dtype() == DType.FLOAT32
                        ? Float.toString(((float[]) data)[index])
                        : Double.toString(((double[]) data)[index]);
        return new BigDecimal(text);
    }

    private boolean finite(int index) {
        return Double.isFinite(Elements.read(data, spec.dtype(), index));
    }

    private int places(int index) {
        if (!finite(index)) {
            return 0;
        }
        return Math.max(0, rounded(index).stripTrailingZeros().scale());
    }

    /// The shortest decimal, or where that is too long the number itself to eight places.
    private BigDecimal rounded(int index) {
        var value = shortest(index);
        return spec.shape().rank() == 0 || value.scale() <= PRECISION
                ? value
                : exact(index).setScale(PRECISION, RoundingMode.HALF_EVEN);
    }

    private BigDecimal exact(int index) {
        return new BigDecimal(Elements.read(data, spec.dtype(), index));
    }

    private int mantissa(int index) {
        if (!finite(index)) {
            return 0;
        }
        var value = shortest(index);
        if (spec.shape().rank() > 0 && value.precision() > PRECISION + 1) {
            value = exact(index).round(new MathContext(PRECISION + 1, RoundingMode.HALF_EVEN));
        }
        return value.stripTrailingZeros().precision() - 1;
    }

    private String fixed(int index, int places) {
        if (!finite(index)) {
            return special(index);
        }
        var value = rounded(index).stripTrailingZeros();
        var text =
                value.setScale(Math.max(0, value.scale()), RoundingMode.UNNECESSARY)
                        .toPlainString();
        if (value.signum() == 0 && 1 / Elements.read(data, spec.dtype(), index) < 0) {
            text = "-" + text;
        }
        int point = text.indexOf('.');
        if (spec.shape().rank() == 0) {
            return point < 0 ? text + ".0" : text;
        }
        if (point < 0) {
            point = text.length();
            text += ".";
        }
        return text + " ".repeat(places - (text.length() - point - 1));
    }

    private String scientific(int index, int places) {
        if (!finite(index)) {
            return special(index);
        }
        // rounded here, half to even: the format rounds half up
        var digits = new MathContext(places + 1, RoundingMode.HALF_EVEN);
        double value = Elements.read(data, spec.dtype(), index);
        value = value == 0 ? value : exact(index).round(digits).doubleValue();
        var text = String.format(Locale.ROOT, "%." + places + "e", value);
        return places == 0 && spec.shape().rank() > 0 ? text.replace("e", ".e") : text;
    }

    private String special(int index) {
        double value = Elements.read(data, spec.dtype(), index);
        return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }

    private void write(StringBuilder out, int axis, int column) {
        var shape = spec.shape();
        if (axis == shape.rank()) {
            out.append(cells.get(next++));
            return;
        }
        out.append('[');
        boolean last = axis == shape.rank() - 1;
        int line = column + 1;
        boolean first = true;
        for (int i : positions(shape, axis)) {
            if (!first && !last) {
                out.append("\n".repeat(shape.rank() - axis - 1)).append(" ".repeat(axis + 1));
            }
            if (last) {
                int length = i < 0 ? 3 : cells.get(next).length();
                // numpy keeps room for the closing brackets, even before the last column
                if (!first && line + 1 + length > WIDTH - shape.rank()) {
                    strip(out);
                    out.append('\n').append(" ".repeat(axis + 1));
                    line = axis + 1;
                } else if (!first) {
                    out.append(' ');
                    line++;
                }
                line += length;
            }
            if (i < 0) {
                out.append("...");
            } else {
                write(out, axis + 1, column + 1);
            }
            first = false;
        }
        out.append(']');
    }

    private static void strip(StringBuilder out) {
        while (out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
    }
}
