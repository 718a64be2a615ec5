package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import java.util.List;
import java.util.stream.IntStream;

/// A layer that changes an input at the edges of its one, two or three spatial axes.
///
/// @param <S> the class itself
public abstract sealed class Edged<S extends Edged<S>> extends Layer<S>
        permits Cropping1D, Cropping2D, Cropping3D, ZeroPadding1D, ZeroPadding2D, ZeroPadding3D {
    private Margins margins;
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;

    Edged(Margins margins) {
        this.margins = margins;
    }

    /// With the channels at the end of the axes, or behind the batch. Default: at the end.
    public S dataFormat(DataFormat dataFormat) {
        return with(l -> ((Edged<?>) l).dataFormat = dataFormat);
    }

    /// The input without its margins.
    final Tensor cropped(Scope s, Tensor input) {
        Inputs.requireSpatial(s, input, margins.rank(), dataFormat);
        var x = input;
        for (int i = 0; i < margins.rank(); i++) {
            int axis = dataFormat.firstSpatial() + i;
            if (x.dim(axis) >= 0 && margins.sum(i) >= x.dim(axis)) {
                throw s.wrong("there is nothing left of axis " + axis)
                        .received(margins.sum(i) + " to cut off " + input.shape())
                        .expected("less than its length");
            }
            int from = margins.before().get(i);
            x =
                    x.dim(axis) < 0
                            ? x.sliceFrom(axis, from)
                            : x.slice(axis, from, x.dim(axis) - margins.behind().get(i));
        }
        return x;
    }

    /// The input within margins of zeros.
    final Tensor padded(Scope s, Tensor input) {
        Inputs.requireSpatial(s, input, margins.rank(), dataFormat);
        return input.pad(spread(margins.before()), spread(margins.behind()), 0);
    }

    /// For all axes, 0 for those that are not spatial.
    private List<Integer> spread(List<Integer> sizes) {
        int first = dataFormat.firstSpatial();
        return IntStream.range(0, sizes.size() + 2)
                .mapToObj(i -> i < first || i >= first + sizes.size() ? 0 : sizes.get(i - first))
                .toList();
    }

    final Options marginOption(String name) {
        return margins.option(className(), name, v -> margins = v);
    }

    final Options formatOption() {
        return Options.of("data_format", DataFormat.class, dataFormat, v -> dataFormat = v);
    }
}
