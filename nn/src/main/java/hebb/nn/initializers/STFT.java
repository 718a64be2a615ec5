package hebb.nn.initializers;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.nn.Configured;
import hebb.nn.Options;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// `cos(-2π t f / n)`, or the sine, times a window function: a convolution with it is the real or
/// imaginary part of a short-time Fourier transform. Made by [Initializer].
///
/// The weight is (frame length, 1, n / 2 + 1) for n frequencies, of which a real signal needs the
/// first half. Defaults: `side` [Side#REAL], `window` [WindowFunction#HANN], `scaling`
/// [Scaling#DENSITY], not periodic.
public final class STFT extends Configured<STFT> implements Initializer {
    /// Which part of the complex result.
    public enum Side {
        /// The real part.
        REAL,
        /// The imaginary part.
        IMAG;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What the window's weights are divided by.
    public enum Scaling {
        /// The square root of the sum of their squares.
        DENSITY,
        /// Their sum.
        SPECTRUM;

        private double of(double[] weights) {
            return this == DENSITY
                    ? Math.sqrt(Arrays.stream(weights).map(w -> w * w).sum())
                    : Arrays.stream(weights).map(Math::abs).sum();
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Side side = Side.REAL;
    private Optional<WindowFunction> window = Optional.of(WindowFunction.HANN);
    private Optional<Scaling> scaling = Optional.of(Scaling.DENSITY);
    private boolean periodic;

    STFT() {}

    /// The real or the imaginary part. Default: the real one.
    public STFT side(Side side) {
        return with(i -> i.side = side);
    }

    /// With this window function. Default: Hann's.
    public STFT window(WindowFunction window) {
        return with(i -> i.window = Optional.of(window));
    }

    /// Without a window function.
    public STFT withoutWindow() {
        return with(i -> i.window = Optional.empty());
    }

    /// With the window's weights scaled so. Default: density.
    public STFT scaling(Scaling scaling) {
        return with(i -> i.scaling = Optional.of(scaling));
    }

    /// With the window's weights as they are.
    public STFT withoutScaling() {
        return with(i -> i.scaling = Optional.empty());
    }

    /// With the window as one period of a periodic function. Default: symmetric.
    public STFT periodic(boolean periodic) {
        return with(i -> i.periodic = periodic);
    }

    @Override
    public Tensor of(Shape shape, Randoms random) {
        if (shape.rank() != 3 || shape.dim(1) != 1 || shape.dim(2) < 2) {
            throw HebbException.of("Initializer.stft", "the weight has another shape")
                    .received(shape)
                    .expected("(frame length, 1, n / 2 + 1), n of 2 or more");
        }
        int length = shape.dim(0);
        int frequencies = shape.dim(2);
        var weights = weights(length);
        var values = new double[length * frequencies];
        for (int t = 0; t < length; t++) {
            for (int f = 0; f < frequencies; f++) {
                double angle = -2 * Math.PI * t * f / ((frequencies - 1) * 2.0);
                double wave = side == Side.REAL ? Math.cos(angle) : Math.sin(angle);
                values[t * frequencies + f] = wave * weights[t];
            }
        }
        return Tensor.of(values, new Spec(shape, DType.FLOAT64)).cast(DType.FLOAT32);
    }

    private double[] weights(int length) {
        var weights = window.orElse(WindowFunction.BOXCAR).of(length, periodic);
        double divisor = window.isEmpty() || scaling.isEmpty() ? 1 : scaling.get().of(weights);
        return Arrays.stream(weights).map(w -> w / divisor).toArray();
    }

    @Override
    public Options options() {
        return Options.of("side", Side.class, side, v -> side = v)
                .optional("window", WindowFunction.class, window, v -> window = v)
                .optional("scaling", Scaling.class, scaling, v -> scaling = v)
                .and("periodic", boolean.class, periodic, v -> periodic = v);
    }
}
