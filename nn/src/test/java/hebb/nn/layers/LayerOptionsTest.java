package hebb.nn.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Pass;
import hebb.nn.Scope;
import hebb.nn.Weights;
import hebb.nn.regularizers.L2;
import org.junit.jupiter.api.Test;

/// What layers say of themselves, their defaults, and what they refuse.
class LayerOptionsTest {
    private static final String WEIGHTED =
            "activation=linear, use_bias=true, kernel_initializer=GlorotUniform(seed=None,"
                    + " input_axes=None, output_axes=None), bias_initializer=Zeros(),"
                    + " kernel_regularizer=None, bias_regularizer=None,"
                    + " activity_regularizer=None, kernel_constraint=None, bias_constraint=None)";

    private static Tensor call(Layer<?> layer, Tensor... xs) {
        return Scope.of(Weights.of(0), Pass.inference()).call(layer, xs);
    }

    @Test
    void defaultsAreThoseOfKeras() {
        assertThat(Dense.of(3)).hasToString("Dense(units=3, " + WEIGHTED);
        assertThat(Conv2D.of(3, 5).name("c"))
                .hasToString(
                        "Conv2D 'c'(filters=3, kernel_size=[5, 5], strides=[1, 1], padding=valid,"
                                + " data_format=channels_last, dilation_rate=[1, 1], groups=1, "
                                + WEIGHTED);
        assertThat(Conv1D.of(3, 5))
                .hasToString(
                        "Conv1D(filters=3, kernel_size=[5], strides=[1], padding=valid,"
                                + " data_format=channels_last, dilation_rate=[1], groups=1, "
                                + WEIGHTED);
        assertThat(MaxPooling2D.of())
                .hasToString(
                        "MaxPooling2D(pool_size=[2, 2], padding=valid, strides=[2, 2],"
                                + " data_format=channels_last)");
        assertThat(AveragePooling3D.of(3))
                .hasToString(
                        "AveragePooling3D(pool_size=[3, 3, 3], padding=valid,"
                                + " strides=[3, 3, 3], data_format=channels_last)");
        assertThat(GlobalMaxPooling2D.of())
                .hasToString("GlobalMaxPooling2D(data_format=channels_last, keepdims=false)");
        assertThat(Flatten.of()).hasToString("Flatten(data_format=channels_last)");
        assertThat(Reshape.of(2, -1)).hasToString("Reshape(target_shape=[2, -1])");
        assertThat(Permute.of(2, 1)).hasToString("Permute(dims=[2, 1])");
        assertThat(ReLU.of())
                .hasToString("ReLU(max_value=None, negative_slope=0.0, threshold=0.0)");
        assertThat(LeakyReLU.of()).hasToString("LeakyReLU(negative_slope=0.3)");
        assertThat(ELU.of()).hasToString("ELU(alpha=1.0)");
        assertThat(PReLU.of())
                .hasToString(
                        "PReLU(alpha_initializer=Zeros(), alpha_regularizer=None,"
                                + " alpha_constraint=None, shared_axes=None)");
        assertThat(Softmax.of()).hasToString("Softmax(axis=-1)");
        assertThat(Concatenate.of()).hasToString("Concatenate(axis=-1)");
        assertThat(Dot.of(1)).hasToString("Dot(axes=[1], normalize=false)");
        assertThat(Rescaling.of(2, 3)).hasToString("Rescaling(scale=[2.0, 3.0], offset=0.0)");
        assertThat(Rescaling.of(2)).hasToString("Rescaling(scale=2.0, offset=0.0)");
    }

    @Test
    void sizesAreChecked() {
        assertThatThrownBy(() -> Dense.of(0))
                .hasMessage(
                        """
                        Dense: units is not positive
                          received: 0      expected: 1 or more\
                        """);
        assertThatThrownBy(() -> Conv2D.of(3, 5, 5, 5))
                .hasMessage(
                        """
                        Conv2D: kernel_size is not a size
                          received: [5, 5, 5]      expected: one number of 1 or more, or 2 of \
                        them\
                        """);
        assertThatThrownBy(() -> MaxPooling2D.of().strides(0))
                .hasMessage(
                        """
                        MaxPooling2D: strides is not a size
                          received: [0]      expected: one number of 1 or more, or 2 of them\
                        """);
        assertThatThrownBy(() -> Conv2D.of(5, 3).groups(2))
                .hasMessage(
                        """
                        Conv2D: the filters do not divide into the groups
                          received: 5 filters in 2 groups      expected: a multiple of 2 \
                        filters\
                        """);
        assertThatThrownBy(() -> Conv2D.of(5, 3).padding(Padding.CAUSAL))
                .hasMessage(
                        """
                        Conv2D: causal padding is for one axis
                          received: causal      expected: valid or same\
                        """);
        assertThatThrownBy(() -> MaxPooling1D.of().padding(Padding.CAUSAL))
                .hasMessage(
                        """
                        MaxPooling1D: causal padding is for convolutions
                          received: causal      expected: valid or same\
                        """);
        assertThatThrownBy(() -> Permute.of(1, 3))
                .hasMessage(
                        """
                        Permute: dims is no order of axes
                          received: [1, 3]      expected: the numbers from 1 to 2, each once\
                        """);
        assertThatThrownBy(() -> LeakyReLU.of().negativeSlope(-1))
                .hasMessage(
                        """
                        LeakyReLU: negative_slope is negative or not finite
                          received: -1.0      expected: 0 or more\
                        """);
        assertThatThrownBy(() -> Dot.of(1, 2, 3))
                .hasMessage(
                        """
                        Dot: axes has the wrong number of axes
                          received: 3      expected: one for both inputs, or one for each\
                        """);
    }

    @Test
    void inputsAreChecked() {
        assertThatThrownBy(() -> call(Conv2D.of(3, 5), Tensor.zeros(2, 28, 28)))
                .hasMessage(
                        """
                        Conv2D 'conv2d': the input has the wrong number of axes
                          received: (2, 28, 28)      expected: (batch, height, width, channels)
                          fix: Reshape.of(…, 1) before it, if there is one channel\
                        """);
        assertThatThrownBy(() -> call(Conv2D.of(4, 1).groups(2), Tensor.zeros(1, 2, 2, 3)))
                .hasMessage(
                        """
                        Conv2D 'conv2d': the input's channels do not divide into the groups
                          received: (1, 2, 2, 3) in 2 groups      expected: a multiple of 2 \
                        channels\
                        """);
        assertThatThrownBy(() -> call(Dense.of(3), Tensor.zeros(4)))
                .hasMessage(
                        """
                        Dense 'dense': the input has too few axes
                          received: (4,)      expected: (batch, …, in)\
                        """);
        assertThatThrownBy(() -> call(Reshape.of(2, 2), Tensor.zeros(2, 5)))
                .hasMessage(
                        """
                        Reshape 'reshape': the number of elements of a sample does not fit
                          received: (5,) with 5, to become (2, 2)      expected: the same number, \
                        with at most one axis of -1\
                        """);
        assertThatThrownBy(() -> call(Permute.of(2, 1), Tensor.zeros(2, 5)))
                .hasMessage(
                        """
                        Permute 'permute': the input has the wrong number of axes
                          received: (2, 5)      expected: the batch and 2 more\
                        """);
        assertThatThrownBy(() ->
                        call(Subtract.of(), Tensor.zeros(2), Tensor.zeros(2), Tensor.zeros(2)))
                .hasMessage(
                        """
                        Subtract 'subtract': the layer has the wrong number of inputs
                          received: 3      expected: 2\
                        """);
        assertThatThrownBy(() -> call(Concatenate.of(), Tensor.zeros(2, 3), Tensor.zeros(3, 3)))
                .hasMessage(
                        """
                        Concatenate 'concatenate': the inputs do not fit together
                          received: [(2, 3), (3, 3)]      expected: one input or more, all axes \
                        but number -1 equal\
                        """);
        assertThatThrownBy(() -> call(Dot.of(1), Tensor.zeros(2, 3), Tensor.zeros(2, 4)))
                .hasMessage(
                        """
                        Dot 'dot': the inputs do not fit together
                          received: (2, 3) along axis 1, (2, 4) along axis 1      expected: axes \
                        of one length, which are not the batch\
                        """);
    }

    @Test
    void numbersOfAnyTypeAreConverted() {
        var pixels = Tensor.of(0, 128, 255).reshape(1, 3);
        assertThat(call(Rescaling.of(1 / 255.0), pixels).at(0, 2)).isEqualTo(1);
        assertThat(call(Dense.of(2), pixels).dtype().isFloating()).isTrue();
    }

    @Test
    void anActivityHasItsPrice() {
        var pass = Pass.inference();
        var layer = Dense.of(2).activityRegularizer(L2.of(0.5)).name("d");
        var y = Scope.of(Weights.of(0), pass).call(layer, Tensor.ones(3, 4));
        assertThat(pass.losses()).hasSize(1);
        assertThat(pass.losses().getFirst().item())
                .isEqualTo(y.square().sum().mul(0.5).div(3).item());
    }
}
