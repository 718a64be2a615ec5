package hebb.contract;

import hebb.core.shape.Window;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Windows, varied the same way along all axes.
final class Windows {
    private Windows() {}

    /// A window of that size, which moves by 1 and has neither dilation nor padding.
    static Window of(Integer... size) {
        var axes = Arrays.asList(size);
        return new Window(axes, all(axes, 1), all(axes, 1), all(axes, 0), all(axes, 0));
    }

    static Window strided(Window w, int stride) {
        return new Window(w.size(), all(w.size(), stride), w.dilation(), w.low(), w.high());
    }

    static Window dilated(Window w, int dilation) {
        return new Window(w.size(), w.strides(), all(w.size(), dilation), w.low(), w.high());
    }

    static Window padded(Window w, int low, int high) {
        return new Window(
                w.size(), w.strides(), w.dilation(), all(w.size(), low), all(w.size(), high));
    }

    private static List<Integer> all(List<Integer> axes, int value) {
        return Collections.nCopies(axes.size(), value);
    }
}
