package hebb.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.Loading;
import hebb.nn.Model;
import hebb.nn.Summary;
import hebb.nn.layers.Activation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Architectures against what Keras builds under the same names.
class ArchitectureTest {
    private static final int TERMINAL = 80 - 4;

    @TempDir private Path folder;

    enum Built {
        VGG("vgg16", VGG16.of()),
        RESNET("resnet50", ResNet50.of()),
        MOBILENET("mobilenet", MobileNet.of().alpha(0.25)),
        MOBILENET_WITHOUT_TOP(
                "mobilenet_no_top",
                MobileNet.of()
                        .alpha(0.5)
                        .depthMultiplier(2)
                        .includeTop(false)
                        .pooling(FeaturePooling.AVG));

        final String file;
        final Architecture<?> architecture;

        Built(String file, Architecture<?> architecture) {
            this.file = file;
            this.architecture = architecture;
        }
    }

    /// The names, shapes and counts of parameters, and with them the order of layers; and all
    /// options of all layers.
    @ParameterizedTest
    @EnumSource
    void layersAreThoseOfKeras(Built built) throws IOException {
        var model = undrawn(() -> built.architecture.untrained().model());
        assertThat(Summary.of(model).lineLength(TERMINAL))
                .hasToString(Stored.text(built.file + ".summary.txt"));
        var config = Stored.unpackedText(built.file + ".json.gz");
        var keras = undrawn(() -> Model.fromJson(config));
        assertThat(model.toJson()).isEqualTo(keras.toJson());
    }

    /// Without the time that it takes to draw 138 million weights.
    private static Model undrawn(Supplier<Model> build) {
        return Loading.of("zeros", Long.MAX_VALUE, build);
    }

    @Test
    void vgg16TakesAFileOfKeras() throws IOException {
        predictsAsKeras("vgg16", VGG16.of(), VGG16.preprocessInput(image("vgg16")));
    }

    @Test
    void resNet50TakesAFileOfKeras() throws IOException {
        predictsAsKeras("resnet50", ResNet50.of(), ResNet50.preprocessInput(image("resnet50")));
    }

    private void predictsAsKeras(String name, Architecture<?> architecture, Tensor x)
            throws IOException {
        var file =
                Stored.unpacked(name + "_weights_tf_dim_ordering_tf_kernels_notop.h5.gz", folder);
        var model =
                architecture.includeTop(false).pooling(FeaturePooling.AVG).weights(file).model();
        Stored.assertClose(model.predict(x), Stored.tensor(name + ".y.npy"), 1e-4);
    }

    private static Tensor image(String name) {
        return Stored.tensor(name + ".x.npy");
    }

    @Test
    void withoutTheTopImagesMayHaveAnySize() {
        var base = MobileNet.of().alpha(0.25).includeTop(false).untrained().model();
        assertThat(base.inputs()).containsExactly(Spec.of(-1, -1, -1, 3));
        assertThat(base.predict(Tensor.zeros(2, 64, 96, 3)).shape())
                .isEqualTo(Shape.of(2, 2, 3, 256));
        assertThat(base.label()).isEqualTo("mobilenet_0.25_None");
    }

    @Test
    void theTopIsForAsManyClassesAsChosen() {
        var model =
                MobileNet.of()
                        .alpha(0.25)
                        .untrained()
                        .inputShape(32, 32, 1)
                        .classes(7)
                        .classifierActivation(Activation.LINEAR)
                        .name("small")
                        .model();
        assertThat(model.label()).isEqualTo("small");
        assertThat(model.predict(Tensor.ones(1, 32, 32, 1)).shape()).isEqualTo(Shape.of(1, 7));
    }

    private static void says(String text, Executable wrong) {
        assertThatThrownBy(wrong::execute)
                .isInstanceOf(HebbException.class)
                .hasMessage(text.stripTrailing());
    }

    @Test
    void whatDoesNotGoTogetherIsAnError() {
        says(
                """
                VGG16: the weights of ImageNet are for its classes
                  received: 10 classes      expected: 1000
                  fix: untrained(), or includeTop(false) and a top of your own
                """,
                () -> VGG16.of().classes(10).model());
        says(
                """
                ResNet50: the weights are not for this activation at the end
                  received: sigmoid      expected: softmax, or linear for logits
                """,
                () -> ResNet50.of().classifierActivation(Activation.SIGMOID).model());
        says(
                """
                MobileNet: alpha is not positive
                  received: 0.0      expected: more than 0
                """,
                () -> MobileNet.of().alpha(0));
        says(
                """
                MobileNet: no weights were published for these choices
                  received: alpha 0.3, depth multiplier 1      expected: alpha 0.25, 0.5, 0.75 or 1, depth multiplier 1
                  fix: untrained()
                """,
                () -> MobileNet.of().alpha(0.3).model());
    }

    @Test
    void imagesOfAShapeThatCannotBeAreAnError() {
        says(
                """
                VGG16: this is not the shape of an image
                  received: (224, 224)      expected: (height, width, channels)
                """,
                () -> VGG16.of().inputShape(224, 224).model());
        says(
                """
                VGG16: the images are too small
                  received: (16, 64, 3)      expected: at least (32, 32, 3)
                """,
                () -> VGG16.of().includeTop(false).inputShape(16, 64, 3).model());
        says(
                """
                VGG16: the weights of ImageNet are for colour images
                  received: (64, 64, 1)      expected: (height, width, 3)
                """,
                () -> VGG16.of().includeTop(false).inputShape(64, 64, 1).model());
        says(
                """
                VGG16: the top that was learned on ImageNet is for images of another shape
                  received: (64, 64, 3)      expected: (224, 224, 3)
                  fix: leave inputShape out, or includeTop(false)
                """,
                () -> VGG16.of().inputShape(64, 64, 3).model());
        says(
                """
                VGG16: with the top, the images must be of one size
                  received: (None, None, 3)      expected: a height and a width
                  fix: inputShape(224, 224, 3), or includeTop(false)
                """,
                () -> VGG16.of().untrained().inputShape(-1, -1, 3).model());
    }
}
