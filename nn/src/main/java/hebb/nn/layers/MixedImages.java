package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import java.util.List;
import java.util.Optional;

/// In training, mixes each image of a batch `(batch, height, width, channels)` with another one of
/// it, and its label `(batch, classes)` in the same proportion, where labels are a second input.
///
/// @param <S> the class itself
public abstract sealed class MixedImages<S extends MixedImages<S>> extends Layer<S>
        permits CutMix, MixUp {
    private Optional<Long> seed = Optional.empty();
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;

    MixedImages() {}

    /// With random numbers from this seed instead of the model's.
    public final S seed(long seed) {
        return with(l -> own(l).seed = Optional.of(seed));
    }

    /// Where the channels are. Default: CHANNELS_LAST.
    public final S dataFormat(DataFormat dataFormat) {
        return with(l -> own(l).dataFormat = dataFormat);
    }

    private MixedImages<S> own(S layer) {
        return layer;
    }

    /// Images, and what is left of each image's label: `(batch, 1)`.
    record Mixture(Tensor images, Tensor share) {}

    /// Images mixed with those that `order` names.
    abstract Mixture mixed(ImageDraws draws, Tensor x, Tensor order);

    @Override
    protected final Tensor call(Scope s, List<Tensor> xs) {
        return callAll(s, xs).getFirst();
    }

    @Override
    protected final List<Tensor> callAll(Scope s, List<Tensor> xs) {
        if (xs.size() > 2) {
            throw s.wrong("the layer has the wrong number of inputs")
                    .received(xs.size())
                    .expected("images, or images and labels");
        }
        var x = Inputs.floating(s, xs.getFirst());
        var images = ImageShape.channelsLast(s, x, dataFormat);
        if (!s.training() || images.rank() == 3) { // one image has no other
            return xs.size() == 1 ? List.of(x) : List.of(x, xs.getLast());
        }
        var draws = new ImageDraws(s, images, seed);
        var order = draws.order("order");
        var mixture = mixed(draws, images, order);
        var y = ImageShape.restored(mixture.images(), dataFormat);
        if (xs.size() == 1) {
            return List.of(y);
        }
        var labels = Inputs.floating(s, xs.getLast());
        var share = mixture.share();
        return List.of(y, labels.mul(share).add(labels.take(order, 0).mul(share.neg().add(1))));
    }

    final Options formatOption() {
        return Options.of("data_format", DataFormat.class, dataFormat, v -> dataFormat = v);
    }

    final Options seedOption() {
        return Options.none().optional("seed", Long.class, seed, v -> seed = v);
    }
}
