package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// x · scale + offset: `Rescaling.of(1 / 255.0)` brings pixels into 0 to 1. Default: `offset`
/// 0.
public final class Rescaling extends Elementwise<Rescaling> {
    private double[] scale;
    private double[] offset = {0};

    private Rescaling(double... scale) {
        this.scale = scale;
    }

    /// With this factor, one for all numbers or one for each channel (the last axis).
    public static Rescaling of(double... scale) {
        return new Rescaling(scale.clone());
    }

    /// With this added, one for all numbers or one for each channel. Default: 0.
    public Rescaling offset(double... offset) {
        return with(l -> l.offset = offset.clone());
    }

    @Override
    Tensor of(Tensor x) {
        return x.mul(tensor(scale, x.dtype())).add(tensor(offset, x.dtype()));
    }

    private static Tensor tensor(double[] values, DType type) {
        return values.length == 1 ? Tensor.scalar(values[0], type) : Tensor.of(values).cast(type);
    }

    @Override
    public Options options() {
        return Options.of("scale", double[].class, scale, v -> scale = v)
                .and("offset", double[].class, offset, v -> offset = v);
    }
}
