package hebb.nn.constraints;

import hebb.nn.Options;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// The axes along which a length is measured, as Keras writes them: a number, or a list.
final class Axes {
    private Axes() {}

    static Options option(int[] axes, Consumer<int[]> assign) {
        var value = axes.length == 1 ? (Object) axes[0] : Arrays.stream(axes).boxed().toList();
        return Options.of("axis", Object.class, value, v -> assign.accept(parse(v)));
    }

    private static int[] parse(Object value) {
        return value instanceof List<?> list
                ? list.stream().mapToInt(a -> (Integer) a).toArray()
                : new int[] {(Integer) value};
    }
}
