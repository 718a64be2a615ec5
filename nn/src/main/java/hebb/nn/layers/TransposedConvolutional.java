package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import java.util.Arrays;
import java.util.Optional;

/// A kernel that each element of one, two or three spatial axes spreads out: the way back of a
/// convolution.
///
/// @param <S> the class itself
public abstract sealed class TransposedConvolutional<S extends TransposedConvolutional<S>>
        extends Weighted<S> permits Conv1DTranspose, Conv2DTranspose, Conv3DTranspose {
    private int filters;
    private Sliding sliding;
    private Optional<int[]> outputPadding = Optional.empty();

    TransposedConvolutional(int rank, int filters, int... kernelSize) {
        this.filters = Require.positive(className(), "filters", filters);
        this.sliding = Sliding.of(className(), rank, kernelSize);
    }

    /// With the input's elements this far apart, one number for all spatial axes or one for each.
    /// Default: 1.
    public final S strides(int... strides) {
        var changed = sliding.strides(strides);
        return with(l -> ((TransposedConvolutional<?>) l).sliding = changed);
    }

    /// With the result cut to the input's length times the steps, or not. Default: [Padding#VALID],
    /// not.
    public final S padding(Padding padding) {
        var changed = sliding.padding(padding, false);
        return with(l -> ((TransposedConvolutional<?>) l).sliding = changed);
    }

    /// With the channels at the end of the axes, or behind the batch. Default: at the end.
    public final S dataFormat(DataFormat dataFormat) {
        var changed = sliding.format(dataFormat);
        return with(l -> ((TransposedConvolutional<?>) l).sliding = changed);
    }

    /// With this distance between the kernel's elements, one number for all spatial axes or one for
    /// each. Default: 1.
    public final S dilationRate(int... dilationRate) {
        var changed = sliding.dilation(dilationRate);
        return with(l -> ((TransposedConvolutional<?>) l).sliding = changed);
    }

    /// With the result this much longer behind than it must be, less than the steps; one number for
    /// all spatial axes or one for each. Default: so long that it fits the input.
    public final S outputPadding(int... outputPadding) {
        int rank = sliding.rank();
        boolean fits = outputPadding.length == 1 || outputPadding.length == rank;
        if (!fits || Arrays.stream(outputPadding).anyMatch(p -> p < 0)) {
            throw HebbException.of(className(), "output_padding is not a size")
                    .received(Arrays.toString(outputPadding))
                    .expected("one number of 0 or more for all axes, or one for each");
        }
        var all = new int[rank];
        Arrays.setAll(all, i -> outputPadding[outputPadding.length == 1 ? 0 : i]);
        return with(l -> ((TransposedConvolutional<?>) l).outputPadding = Optional.of(all));
    }

    @Override
    protected final Tensor call(Scope s, Tensor input) {
        var x = sliding.input(s, input);
        requireLessThanSteps(s);
        var kernel = kernel(s, sliding.kernel(filters, x.dim(-1)));
        var back = sliding.transposed(x.shape(), outputPadding, filters);
        var sum = biased(s, x.convTranspose(kernel, back.window(), 1, back.result()));
        return activated(sliding.restored(sum));
    }

    private void requireLessThanSteps(Scope s) {
        if (outputPadding.isEmpty()) {
            return;
        }
        var padding = outputPadding.get();
        var strides = sliding.strides();
        for (int i = 0; i < padding.length; i++) {
            if (padding[i] >= strides[i]) {
                throw s.wrong("output_padding is not less than the strides")
                        .received(Arrays.toString(padding))
                        .expected("less than " + Arrays.toString(strides) + " along each axis");
            }
        }
    }

    @Override
    public final Options options() {
        var padding =
                Options.none()
                        .optional(
                                "output_padding",
                                int[].class,
                                outputPadding,
                                v -> outputPadding = v);
        return Options.of("filters", int.class, filters, v -> filters = v)
                .and(sliding.options(padding, change -> sliding = change.apply(sliding)))
                .and(super.options());
    }
}
