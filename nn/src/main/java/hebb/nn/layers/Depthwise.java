package hebb.nn.layers;

import hebb.core.shape.Window;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import hebb.nn.constraints.Constraint;
import hebb.nn.initializers.Initializer;
import hebb.nn.regularizers.Regularizer;

/// A kernel that moves over one or two spatial axes and sees each channel on its own.
///
/// @param <S> the class itself
public abstract sealed class Depthwise<S extends Depthwise<S>> extends Biased<S>
        permits DepthwiseConvolutional, SeparableConvolutional {
    private Sliding sliding;
    private int depthMultiplier = 1;
    private WeightRules depthwise = WeightRules.of(Initializer.glorotUniform());

    Depthwise(int rank, int... kernelSize) {
        this.sliding = Sliding.of(className(), rank, kernelSize);
    }

    /// With steps of this length, one number for all spatial axes or one for each. Default: 1.
    public final S strides(int... strides) {
        var changed = sliding.strides(strides);
        return with(l -> ((Depthwise<?>) l).sliding = changed);
    }

    /// With zeros around the input, or not. Default: [Padding#VALID], not.
    public final S padding(Padding padding) {
        var changed = sliding.padding(padding, false);
        return with(l -> ((Depthwise<?>) l).sliding = changed);
    }

    /// With the channels at the end of the axes, or behind the batch. Default: at the end.
    public final S dataFormat(DataFormat dataFormat) {
        var changed = sliding.format(dataFormat);
        return with(l -> ((Depthwise<?>) l).sliding = changed);
    }

    /// With this distance between the kernel's elements, one number for all spatial axes or one for
    /// each. Default: 1.
    public final S dilationRate(int... dilationRate) {
        var changed = sliding.dilation(dilationRate);
        return with(l -> ((Depthwise<?>) l).sliding = changed);
    }

    /// With this many results of each channel. Default: 1.
    public final S depthMultiplier(int depthMultiplier) {
        int checked = Require.positive(className(), "depth_multiplier", depthMultiplier);
        return with(l -> ((Depthwise<?>) l).depthMultiplier = checked);
    }

    /// With this first value of the kernel of each channel. Default: Glorot's, uniform.
    public final S depthwiseInitializer(Initializer depthwiseInitializer) {
        return with(
                l -> ((Depthwise<?>) l).depthwise = depthwise.initializer(depthwiseInitializer));
    }

    /// With this price on the size of the kernel of each channel. Default: none.
    public final S depthwiseRegularizer(Regularizer depthwiseRegularizer) {
        return with(
                l -> ((Depthwise<?>) l).depthwise = depthwise.regularizer(depthwiseRegularizer));
    }

    /// With this rule for the kernel of each channel. Default: none.
    public final S depthwiseConstraint(Constraint depthwiseConstraint) {
        return with(l -> ((Depthwise<?>) l).depthwise = depthwise.constraint(depthwiseConstraint));
    }

    // ---- what these layers share

    final Sliding sliding() {
        return sliding;
    }

    /// How many channels there are after the depthwise convolution of so many.
    final int multiplied(int channels) {
        return channels * depthMultiplier;
    }

    /// The weight (…, channels, multiplier).
    final Tensor kernel(Scope s, String name, int channels) {
        return depthwise.weight(s, name, sliding.kernel(channels, depthMultiplier));
    }

    /// Each channel of `x` with its own part of the kernel.
    final Tensor convolved(Tensor x, Tensor kernel) {
        int channels = x.dim(-1);
        var grouped = kernel.reshape(sliding.kernel(1, multiplied(channels)));
        Window window = sliding.window(x.shape());
        return x.conv(grouped, window, channels);
    }

    final Options multiplierOption() {
        return Options.of("depth_multiplier", int.class, depthMultiplier, v -> depthMultiplier = v);
    }

    final Options slidingOptions() {
        return sliding.options(change -> sliding = change.apply(sliding));
    }

    final WeightRules.Choice depthwiseChoice() {
        return new WeightRules.Choice(
                "depthwise", depthwise, change -> depthwise = change.apply(depthwise));
    }
}
