package hebb.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.data.format.Npy;
import hebb.data.image.ImageFiles;
import hebb.data.image.Interpolation;
import hebb.data.image.Pillow;
import hebb.nn.Model;
import hebb.nn.layers.Activation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// MobileNet with the weights that it learned on ImageNet.
class MobileNetTest {
    private static final Path H5 = Stored.file("mobilenet_2_5_224_tf.h5");

    private static Model mobileNet(Path weights) {
        return MobileNet.of().alpha(0.25).weights(weights).model();
    }

    enum Form {
        OLDER(H5),
        KERAS(Stored.ofCase("initial.keras"));

        final Path file;

        Form(Path file) {
            this.file = file;
        }
    }

    @ParameterizedTest
    @EnumSource
    void predictsAsKeras(Form form) {
        var x = Npy.read(Stored.ofCase("x.npy"));
        var expected = Npy.read(Stored.ofCase("predict_initial.npy"));
        var received = mobileNet(form.file).predict(x);
        Stored.assertClose(received, expected, 2e-5);
        assertThat(received.argMax(-1).toInts()).containsExactly(expected.argMax(-1).toInts());
    }

    /// Decoded, resized and preprocessed as Keras does it.
    @ParameterizedTest
    @CsvSource({
        "china, NEAREST, stupa",
        "china, BILINEAR, stupa",
        "flower, NEAREST, artichoke",
        "flower, BILINEAR, mushroom"
    })
    void seesOnPhotographsWhatKerasSees(String photograph, Interpolation by, String likeliest) {
        var image = ImageFiles.read(Stored.file(photograph + ".jpg"));
        requireSeen(
                Pillow.resized(image, 224, 224, by),
                Stored.tensor(photograph + "." + by + ".npy"),
                likeliest);
    }

    @ParameterizedTest
    @CsvSource({"china, stupa", "flower, mushroom"})
    void theSameWhereKerasResized(String photograph, String likeliest) {
        requireSeen(
                ImageFiles.read(Stored.file(photograph + ".png")),
                Stored.tensor(photograph + ".bilinear.npy"),
                likeliest);
    }

    private static void requireSeen(Tensor image, Tensor expected, String likeliest) {
        var x = MobileNet.preprocessInput(image).expandDims(0);
        var received = mobileNet(H5).predict(x);
        Stored.assertClose(received, expected, 1e-5);
        assertThat(ImageNet.decodePredictions(received, 1).getFirst().getFirst().name())
                .isEqualTo(likeliest);
    }

    /// What the layers before the top find does not depend on the top.
    @Test
    void theTopCanBeCutOff() {
        var architecture = MobileNet.of().alpha(0.25).includeTop(false).inputShape(96, 96, 3);
        var base = architecture.untrained().model();
        var other = architecture.classes(10).classifierActivation(Activation.TANH);
        Pretrained.copy(other.whole(H5), base);
        var x = Tensor.iota(Spec.of(1, 96, 96, 3), 1).div(96);
        var whole = MobileNet.of().alpha(0.25).inputShape(96, 96, 3).weights(H5).model();
        assertThat(base.predict(x).toDoubles())
                .containsExactly(whole.upTo("conv_pw_13_relu").predict(x).toDoubles());
    }
}
