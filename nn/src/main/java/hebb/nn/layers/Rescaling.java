package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import java.util.Arrays;
import java.util.List;

/// x · scale + offset: `Rescaling.of(1 / 255.0)` brings pixels into 0 to 1. Default: `offset` 0.
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
        return Options.of("scale", Object.class, value(scale), v -> scale = parse(v))
                .and("offset", Object.class, value(offset), v -> offset = parse(v));
    }

    /// As Keras writes it: a number, or a list of them.
    private static Object value(double... values) {
        return values.length == 1 ? (Object) values[0] : Arrays.stream(values).boxed().toList();
    }

    private static double[] parse(Object value) {
        return value instanceof List<?> list
                ? list.stream().mapToDouble(v -> ((Number) v).doubleValue()).toArray()
                : new double[] {((Number) value).doubleValue()};
    }
}
