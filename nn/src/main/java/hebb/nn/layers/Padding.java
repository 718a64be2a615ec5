package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.shape.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// What happens to a window at the edges of what it moves over.
public enum Padding {
    /// It stays inside: the result is smaller.
    VALID,
    /// Zeros lie around, so that with steps of 1 the result is as large as the input. Where they
    /// cannot be spread evenly, there is one more behind.
    SAME,
    /// Zeros lie in front, so that no result depends on what comes after it. For one axis only.
    CAUSAL;

    /// The window of this size that moves so over an input (batch, …, channels).
    Window window(int[] size, int[] strides, int[] dilation, Shape input) {
        var low = new ArrayList<>(Collections.nCopies(size.length, 0));
        var high = new ArrayList<>(low);
        for (int i = 0; i < size.length; i++) {
            int reach = dilation[i] * (size[i] - 1) + 1;
            // without a length the result's is unknown too, whatever the padding
            int length = input.rank() == size.length + 2 ? input.dim(i + 1) : Shape.UNKNOWN;
            int total = total(reach, strides[i], length);
            low.set(i, this == CAUSAL ? total : total / 2);
            high.set(i, total - low.get(i));
        }
        return new Window(list(size), list(strides), list(dilation), low, high);
    }

    private int total(int reach, int stride, int length) {
        return switch (this) {
            case VALID -> 0;
            case CAUSAL -> reach - 1;
            case SAME -> {
                if (length == Shape.UNKNOWN) {
                    yield reach - 1;
                }
                int positions = Math.ceilDiv(length, stride);
                yield Math.max((positions - 1) * stride + reach - length, 0);
            }
        };
    }

    private static List<Integer> list(int... values) {
        var list = new ArrayList<Integer>();
        for (int value : values) {
            list.add(value);
        }
        return list;
    }

    /// Keras's name: `same`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
