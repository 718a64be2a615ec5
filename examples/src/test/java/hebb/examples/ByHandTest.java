package hebb.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.api.Test;

/// The programs that leave nothing to chance print what their originals print with numpy.
class ByHandTest {
    @Test
    void perceptronLearnsAnd() {
        prints(
                "perceptron",
                """
                weights [0.2 0.1] bias -0.20000000000000004 predictions [0 0 0 1]
                """);
    }

    @Test
    void perceptronAndIsSetByHand() {
        prints(
                "perceptron-and",
                """
                AND Gate Results:
                [0 0] -> 0
                [0 1] -> 0
                [1 0] -> 0
                [1 1] -> 1
                """);
    }

    @Test
    void activations() {
        printsAndDraws(
                "activations",
                """
                x       [-2. -1.  0.  1.  2.]
                step    [0. 0. 1. 1. 1.]
                sigmoid [0.11920292 0.26894142 0.5        0.73105858 0.88079708]
                tanh    [-0.96402758 -0.76159416  0.          0.76159416  0.96402758]
                ReLU    [0. 0. 0. 1. 2.]
                Softmax Probabilities: [0.65900114 0.24243297 0.09856589]
                """);
    }

    @Test
    void xorByHand() {
        printsAndDraws(
                "xor-by-hand",
                """
                Epoch 0: Loss = 0.28630
                Epoch 1000: Loss = 0.24998
                Epoch 2000: Loss = 0.24983
                Epoch 3000: Loss = 0.24955
                Epoch 4000: Loss = 0.24855
                Epoch 5000: Loss = 0.24211
                Epoch 6000: Loss = 0.17712
                Epoch 7000: Loss = 0.05845
                Epoch 8000: Loss = 0.02466
                Epoch 9000: Loss = 0.01430

                Final Predictions:
                [[0.]
                 [1.]
                 [1.]
                 [0.]]
                """);
    }

    @Test
    void gradientDescent() {
        printsAndDraws(
                "gradient-descent",
                """
                epoch     batch  stochastic  mini-batch
                    0   50.0083     50.0083     50.0083
                    1   31.8864      0.8231      2.9093
                    2   20.4727      1.1127      1.2268
                    5    5.8975      0.8369      0.9050
                   10    1.4975      1.0063      0.8444
                   20    0.9618      0.8066      0.8103
                   40    0.8825      0.9926      0.8080
                batch      y = 3.713 + 3.212 x after 40 steps
                stochastic y = 4.044 + 2.521 x after 4000 steps
                mini-batch y = 4.221 + 2.732 x after 280 steps
                """);
    }

    @Test
    void convolutionByHand() {
        printsAndDraws(
                "convolution-by-hand",
                """
                Feature Map:
                [[  10  -50  -90  -50   10]
                 [ -50   -5  -85   -5  -50]
                 [ -90  -85 1640  -85  -90]
                 [ -50   -5  -85   -5  -50]
                 [  10  -50  -90  -50   10]]

                After 2x2 Max Pooling:
                [[6 8]
                 [7 9]]
                """);
    }

    /// The picture has the example's name.
    private static void printsAndDraws(String example, String text) {
        var picture = new File("target", example + ".png");
        if (picture.exists()) {
            assertThat(picture.delete()).isTrue();
        }
        prints(example, text);
        assertThat(picture).isNotEmpty();
        assertThat(TutorialPage.of(example).text()).contains("(images/" + example + ".png)");
    }

    private static void prints(String example, String text) {
        assertThat(Hebb.run(example)).isEqualTo(text);
        assertThat(TutorialPage.of(example).text()).contains("```\n" + text + "```");
    }
}
