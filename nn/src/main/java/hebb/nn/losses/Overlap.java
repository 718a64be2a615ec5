package hebb.nn.losses;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.math.Norms;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How little of two areas is in both, over some axes or all of them.
///
/// @param <S> the class itself
public abstract sealed class Overlap<S extends Overlap<S>> extends Loss<S> permits Dice, Tversky {
    private Optional<int[]> axis = Optional.empty();

    Overlap(String name) {
        super(name);
    }

    /// Over these axes: `axis(1, 2, 3)` gives a number for each image. Default: all, so that there
    /// is one number for the whole batch.
    public final S axis(int... axis) {
        return with(l -> ((Overlap<?>) l).axis = Optional.of(axis.clone()));
    }

    /// `1 - both / all`, where `all` is kept away from 0.
    static Tensor missing(Tensor both, Tensor all) {
        return CrossEntropy.rest(both.div(all.add(Norms.EPSILON)));
    }

    final Tensor sum(Tensor x) {
        return x.sum(axis.orElse(new int[0]));
    }

    final Options axes() {
        return Options.none()
                .optional(
                        "axis",
                        Object.class,
                        axis.map(Overlap::value),
                        v -> axis = v.map(Overlap::parse));
    }

    /// As Keras writes it: a number, or a list of them.
    private static Object value(int[] axes) {
        return axes.length == 1 ? (Object) axes[0] : Arrays.stream(axes).boxed().toList();
    }

    private static int[] parse(Object value) {
        return value instanceof List<?> list
                ? list.stream().mapToInt(a -> ((Number) a).intValue()).toArray()
                : new int[] {((Number) value).intValue()};
    }
}
