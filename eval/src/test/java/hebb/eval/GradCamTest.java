package hebb.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.nn.Model;
import hebb.nn.Sequential;
import hebb.nn.layers.Activation;
import hebb.nn.layers.Conv2D;
import hebb.nn.layers.Dense;
import hebb.nn.layers.GlobalAveragePooling2D;
import hebb.nn.layers.Input;
import hebb.nn.layers.Padding;
import org.junit.jupiter.api.Test;

class GradCamTest {
    /// Two maps: what is bright in the first channel, and in the second; a class for each.
    private static Model twoColors() {
        var model =
                Sequential.of(
                        Input.of(8, 8, 2),
                        Conv2D.of(2, 3).padding(Padding.SAME).strides(2).name("maps"),
                        GlobalAveragePooling2D.of(),
                        Dense.of(2).activation(Activation.SOFTMAX).name("top"));
        var ones = Tensor.ones(3, 3, 1, 1);
        var same = Tensor.eye(2).reshape(1, 1, 2, 2);
        model.weights().assign("maps/kernel", ones.mul(same));
        model.weights().assign("top/kernel", Tensor.eye(2));
        return model;
    }

    /// The first color in one corner, the second in the opposite one.
    private static Tensor image() {
        var row = Tensor.arange(8).expandDims(1);
        var column = Tensor.arange(8);
        var first = row.less(3).and(column.less(3));
        var second = row.greater(4).and(column.greater(4));
        return Tensor.stack(-1, first, second).cast(DType.FLOAT32).expandDims(0);
    }

    @Test
    void pointsAtWhatSpeaksForTheClass() {
        var cam = GradCam.of(twoColors(), "maps");
        var first = cam.ofClass(0).map(image());
        var second = cam.ofClass(1).map(image());
        assertThat(first.shape()).isEqualTo(Shape.of(1, 8, 8));
        assertThat(first.at(0, 1, 1)).isGreaterThan(.5);
        assertThat(first.at(0, 7, 7)).isZero();
        assertThat(second.at(0, 1, 1)).isZero();
        assertThat(second.at(0, 6, 6)).isGreaterThan(.5);
        assertThat(cam.ofClass(0).coarseMap(image()).max().item()).isEqualTo(1);
        assertThat(cam.coarseMap(image()).shape()).isEqualTo(Shape.of(1, 4, 4));
    }

    /// Behind a global mean, the gain by a map is its weight in the top layer over its size.
    @Test
    void weighsTheMapsByTheTopLayer() {
        var model =
                Sequential.of(
                                Input.of(6, 6, 3),
                                Conv2D.of(4, 3).activation(Activation.RELU).name("maps"),
                                GlobalAveragePooling2D.of(),
                                Dense.of(5).activation(Activation.SOFTMAX).name("top"))
                        .seed(4);
        var images = Randoms.of(1).uniform(Spec.of(3, 6, 6, 3));
        var maps = model.upTo("maps").predict(images);
        var weights = model.weights().value("top/kernel").slice(1, 2, 3).squeeze(1);
        var heat = maps.mul(weights).sum(-1).relu();
        assertThat(GradCam.of(model, "maps").ofClass(2).coarseMap(images).toFloats())
                .containsExactly(
                        heat.div(heat.maxKeepDims(1, 2).maximum(1e-30)).toFloats(), within(1e-5f));
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> GradCam.of(twoColors(), "top").map(image()))
                .hasMessage(
                        """
                        GradCam: 'top' makes no maps of an image
                          received: (1, 2)      expected: (samples, rows, columns, channels)
                          fix: name a convolution or pooling layer\
                        """);
        assertThatThrownBy(() -> GradCam.of(twoColors(), "conv")).hasMessageContaining("conv");
    }
}
