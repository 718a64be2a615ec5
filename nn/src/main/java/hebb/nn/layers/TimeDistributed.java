package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Model;
import hebb.nn.Options;
import hebb.nn.Scope;
import java.util.stream.IntStream;

/// A layer that is given the input of each time on its own, with the same weights at all times.
///
/// - input (batch, time, …), result (batch, time, …)
/// - weights: the layer's, under its name; in Keras's files under `layer`
///
/// All times are computed as one large batch; where a sample's result depends on the rest of its
/// batch, as in batch normalization, one time after the other. A mask is passed on; of one that has
/// more axes than time the layer sees its part.
public final class TimeDistributed extends Layer<TimeDistributed> {
    private Layer<?> layer;

    private TimeDistributed(Layer<?> layer) {
        this.layer = layer;
    }

    /// Of this layer, which may be a model.
    public static TimeDistributed of(Layer<?> layer) {
        return new TimeDistributed(layer);
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        if (x.rank() < 3) {
            throw s.wrong("the input has too few axes")
                    .received(x.shape())
                    .expected("(batch, time, …)");
        }
        return looksAround(layer) && x.dim(1) != Shape.UNKNOWN ? oneByOne(s, x) : atOnce(s, x);
    }

    private Tensor atOnce(Scope s, Tensor x) {
        var joined = joined(x);
        s.mask(x).filter(m -> m.rank() > 2).ifPresent(m -> s.mask(joined, joined(m)));
        var y = s.call(layer, joined);
        return y.reshape(x.shape().slice(0, 2).append(y.shape().drop(0).dims()));
    }

    private static Tensor joined(Tensor x) {
        return x.reshape(x.shape().slice(2, x.rank()).prepend(Shape.UNKNOWN));
    }

    private Tensor oneByOne(Scope s, Tensor x) {
        return Tensor.stack(
                1,
                IntStream.range(0, x.dim(1))
                        .mapToObj(time -> s.call(layer, at(s, x, time)))
                        .toArray(Tensor[]::new));
    }

    private static Tensor at(Scope s, Tensor x, int time) {
        var now = x.slice(1, time, time + 1).reshape(x.shape().drop(1));
        s.mask(x)
                .filter(m -> m.rank() > 2)
                .ifPresent(m -> s.mask(now, m.slice(1, time, time + 1).reshape(m.shape().drop(1))));
        return now;
    }

    /// Whether what becomes of a sample may depend on its batch, or on the batch before.
    private static boolean looksAround(Layer<?> layer) {
        return switch (layer) {
            case BatchNormalization _ -> true;
            case Recurrent<?> r -> r.isStateful();
            case Model m -> m.layers().stream().anyMatch(TimeDistributed::looksAround);
            default -> false;
        };
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }

    @Override
    public Options options() {
        return Options.of("layer", Layer.class, layer, v -> layer = v);
    }
}
