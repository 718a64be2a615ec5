package hebb.nn.initializers;

import java.util.Locale;

/// Weights that fade a piece of signal in and out, under the names of `scipy.signal.windows`.
public enum WindowFunction {
    /// 1 throughout.
    BOXCAR(cosines(1)),
    /// `0.5 + 0.5 cos x`.
    HANN(cosines(0.5, 0.5)),
    /// `0.54 + 0.46 cos x`.
    HAMMING(cosines(0.54, 0.46)),
    /// Three cosine terms.
    BLACKMAN(cosines(0.42, 0.5, 0.08)),
    /// Four cosine terms, after Nuttall.
    NUTTALL(cosines(0.3635819, 0.4891775, 0.1365995, 0.0106411)),
    /// Four cosine terms.
    BLACKMANHARRIS(cosines(0.35875, 0.48829, 0.14128, 0.01168)),
    /// Five cosine terms, for exact amplitudes.
    FLATTOP(cosines(0.21557895, 0.41663158, 0.277263158, 0.083578947, 0.006947368)),
    /// Half a period of a sine.
    COSINE((i, n) -> Math.sin(Math.PI / n * (i + 0.5))),
    /// A triangle that is 0 at both ends.
    BARTLETT((i, n) -> 1 - Math.abs(2.0 * i / (n - 1) - 1)),
    /// A triangle that is above 0 at both ends.
    TRIANG((i, n) -> 1 - Math.abs(2.0 * i - (n - 1)) / (n % 2 == 0 ? n : n + 1));

    private final Shape shape;

    WindowFunction(Shape shape) {
        this.shape = shape;
    }

    /// The weights of `length` samples: symmetric, or as one period of a periodic function.
    public double[] of(int length, boolean isPeriodic) {
        int period = isPeriodic ? length + 1 : length;
        var weights = new double[length];
        for (int i = 0; i < length; i++) {
            weights[i] = length == 1 ? 1 : shape.at(i, period);
        }
        return weights;
    }

    /// scipy's name: `hann`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Shape cosines(double... terms) {
        return (i, n) -> {
            double x = Math.PI * (2.0 * i / (n - 1) - 1);
            double sum = 0;
            for (int k = 0; k < terms.length; k++) {
                sum += terms[k] * Math.cos(k * x);
            }
            return sum;
        };
    }

    /// The weight at sample i of n.
    @FunctionalInterface
    private interface Shape {
        double at(int i, int n);
    }
}
