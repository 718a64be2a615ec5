package hebb.nn.initializers;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Random values of variance `scale` / n, where n counts a weight's inputs, its outputs, or is the
/// mean of both. Glorot's, He's and LeCun's initializers are settings of this one. Made by
/// [Initializer].
///
/// A weight is (…, inputs, outputs); axes in front of these are a convolution's window, whose size
/// multiplies both. Defaults: `scale` 1, `mode` [Mode#FAN_IN], `distribution`
/// [Distribution#TRUNCATED_NORMAL].
public final class VarianceScaling extends Seeded<VarianceScaling> {
    /// What n counts.
    public enum Mode {
        /// A weight's inputs.
        FAN_IN,
        /// A weight's outputs.
        FAN_OUT,
        /// The mean of both.
        FAN_AVG;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What is drawn from.
    public enum Distribution {
        /// Even around 0.
        UNIFORM,
        /// Normal, without values beyond two standard deviations.
        TRUNCATED_NORMAL,
        /// Normal.
        UNTRUNCATED_NORMAL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Standard deviation of a standard normal variable truncated to ±2.
    private static final double TRUNCATED_STDDEV = 0.8796256610342398;

    private String className = "VarianceScaling";
    private double scale = 1;
    private Mode mode = Mode.FAN_IN;
    private Distribution distribution = Distribution.TRUNCATED_NORMAL;
    private Optional<int[]> inputAxes = Optional.empty();
    private Optional<int[]> outputAxes = Optional.empty();

    VarianceScaling() {}

    VarianceScaling named(String className) {
        return with(i -> i.className = className);
    }

    /// With this variance times n. Default: 1.
    public VarianceScaling scale(double scale) {
        if (!(scale > 0)) {
            throw HebbException.of(className, "scale is not positive").received(scale);
        }
        return general(i -> i.scale = scale);
    }

    /// With n counting inputs, outputs, or both. Default: inputs.
    public VarianceScaling mode(Mode mode) {
        return general(i -> i.mode = mode);
    }

    /// Drawn from this distribution. Default: truncated normal.
    public VarianceScaling distribution(Distribution distribution) {
        return general(i -> i.distribution = distribution);
    }

    /// With these axes of the weight as inputs and those as outputs, instead of the last two.
    public VarianceScaling axes(int[] inputAxes, int[] outputAxes) {
        return with(i -> {
            i.inputAxes = Optional.of(inputAxes.clone());
            i.outputAxes = Optional.of(outputAxes.clone());
        });
    }

    /// The same, but not if it has axes already: for layers that know which they are.
    public VarianceScaling axesUnlessGiven(int[] inputAxes, int[] outputAxes) {
        return this.inputAxes.isPresent() ? this : axes(inputAxes, outputAxes);
    }

    /// Changed, and so no longer one that bears somebody's name.
    private VarianceScaling general(Consumer<VarianceScaling> change) {
        return with(change).named("VarianceScaling");
    }

    @Override
    Tensor draw(Shape shape, Randoms random) {
        double variance = scale / Math.max(1, count(shape));
        return switch (distribution) {
            case UNIFORM -> {
                double limit = Math.sqrt(3 * variance);
                yield Draws.uniform(shape, random, -limit, limit);
            }
            case UNTRUNCATED_NORMAL -> Draws.normal(shape, random, 0, Math.sqrt(variance));
            case TRUNCATED_NORMAL ->
                    Draws.truncatedNormal(shape, random, 0, Math.sqrt(variance) / TRUNCATED_STDDEV);
        };
    }

    private double count(Shape shape) {
        var fans =
                inputAxes.isPresent() && outputAxes.isPresent()
                        ? Fans.of(shape, inputAxes.get(), outputAxes.get())
                        : Fans.of(shape);
        return switch (mode) {
            case FAN_IN -> fans.in();
            case FAN_OUT -> fans.out();
            case FAN_AVG -> (fans.in() + fans.out()) / 2.0;
        };
    }

    @Override
    public Options options() {
        return settings()
                .optional("input_axes", int[].class, inputAxes, v -> inputAxes = v)
                .optional("output_axes", int[].class, outputAxes, v -> outputAxes = v);
    }

    private Options settings() {
        return className.equals("VarianceScaling")
                ? seedOption()
                        .and("scale", double.class, scale, v -> scale = v)
                        .and("mode", Mode.class, mode, v -> mode = v)
                        .and(
                                "distribution",
                                Distribution.class,
                                distribution,
                                v -> distribution = v)
                : seedOption();
    }

    @Override
    public String className() {
        return className;
    }
}
