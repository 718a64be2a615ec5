package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import java.util.Optional;

/// Changes images `(…, height, width, channels)` at random in training, each image otherwise; else
/// only turns them to floating point.
///
/// Random numbers are other ones than Keras's; what is done with them is the same.
///
/// @param <S> the class itself
public abstract sealed class RandomImages<S extends RandomImages<S>> extends Layer<S>
        permits AugMix,
                RandAugment,
                RandomAffine,
                RandomColorJitter,
                RandomColors,
                RandomCrop,
                RandomElasticTransform,
                RandomErasing,
                RandomFlip,
                RandomGaussianBlur,
                RandomGrayscale,
                RandomPerspective,
                RandomPosterization,
                Solarization {
    private Optional<Long> seed = Optional.empty();
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;

    RandomImages() {}

    /// With random numbers from this seed instead of the model's.
    public final S seed(long seed) {
        return with(l -> own(l).seed = Optional.of(seed));
    }

    /// Where the channels are. Default: CHANNELS_LAST.
    public final S dataFormat(DataFormat dataFormat) {
        return with(l -> own(l).dataFormat = dataFormat);
    }

    private RandomImages<S> own(S layer) {
        return layer;
    }

    @Override
    protected final Tensor call(Scope s, Tensor input) {
        var x = Inputs.floating(s, input);
        if (!s.training()) {
            return x;
        }
        var images = ImageShape.channelsLast(s, x, dataFormat);
        boolean one = images.rank() == 3;
        var batch = one ? images.expandDims(0) : images;
        var changed = changed(new ImageDraws(s, batch, seed), batch);
        return ImageShape.restored(one ? changed.squeeze(0) : changed, dataFormat);
    }

    /// A batch of images, changed.
    abstract Tensor changed(ImageDraws draws, Tensor x);

    final Options seedOption() {
        return Options.none().optional("seed", Long.class, seed, v -> seed = v);
    }

    final Options formatOption() {
        return Options.of("data_format", DataFormat.class, dataFormat, v -> dataFormat = v);
    }
}
