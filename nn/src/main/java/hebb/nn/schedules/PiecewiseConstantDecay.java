package hebb.nn.schedules;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Configured;
import hebb.nn.Options;
import java.util.Arrays;
import java.util.List;

/// One learning rate up to a step, this one included, another up to the next, and so on.
///
/// {@snippet :
/// PiecewiseConstantDecay.of(0.1).then(1000, 0.01).then(2000, 0.001)
/// }
public final class PiecewiseConstantDecay extends Configured<PiecewiseConstantDecay>
        implements LearningRateSchedule {
    private String name = "PiecewiseConstant";
    private double[] boundaries = {};
    private double[] values;

    private PiecewiseConstantDecay(double first) {
        values = new double[] {first};
    }

    /// This rate.
    public static PiecewiseConstantDecay of(double first) {
        return new PiecewiseConstantDecay(first);
    }

    /// This rate after step `boundary`.
    public PiecewiseConstantDecay then(double boundary, double value) {
        if (boundaries.length > 0 && !(boundary > boundaries[boundaries.length - 1])) {
            throw HebbException.of("PiecewiseConstantDecay", "the boundaries do not grow")
                    .received(boundary + " after " + boundaries[boundaries.length - 1]);
        }
        return with(s -> {
            s.boundaries = plus(boundaries, boundary);
            s.values = plus(values, value);
        });
    }

    private static double[] plus(double[] numbers, double one) {
        var more = Arrays.copyOf(numbers, numbers.length + 1);
        more[numbers.length] = one;
        return more;
    }

    /// Under another name in files.
    public PiecewiseConstantDecay name(String name) {
        return with(s -> s.name = name);
    }

    @Override
    public Tensor at(Tensor step) {
        if (values.length != boundaries.length + 1) {
            throw HebbException.of("PiecewiseConstantDecay", "boundaries and values do not fit")
                    .received(boundaries.length + " boundaries, " + values.length + " values")
                    .expected("one value more than boundaries");
        }
        var rate = rate(boundaries.length);
        for (int i = boundaries.length - 1; i >= 0; i--) {
            var boundary = Tensor.scalar(Math.floor(boundaries[i]), step.dtype());
            rate = Tensor.where(step.lessEqual(boundary), rate(i), rate);
        }
        return rate;
    }

    private Tensor rate(int piece) {
        return Tensor.scalar(values[piece], DType.FLOAT32);
    }

    @Override
    public Options options() {
        return Options.of("boundaries", List.class, list(boundaries), v -> boundaries = array(v))
                .and("values", List.class, list(values), v -> values = array(v))
                .and("name", String.class, name, v -> name = v);
    }

    private static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static double[] array(List<?> numbers) {
        return numbers.stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray();
    }
}
