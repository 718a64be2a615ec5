package hebb.nn.regularizers;

import static hebb.nn.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.tensor.Tensor;
import hebb.nn.Golden;
import hebb.nn.Options;
import org.junit.jupiter.api.Test;

class RegularizerTest {
    private static final Golden KERAS = Golden.of("weights");

    private static void assertKeras(String name, Regularizer regularizer) {
        assertClose(regularizer.of(KERAS.tensor("given", "matrix")), KERAS.tensor(name, "y"));
    }

    @Test
    void pricesAreThoseOfKeras() {
        assertKeras("l1", L1.of());
        assertKeras("l2", L2.of(0.1));
        assertKeras("l1_l2", L1L2.of(0.1, 0.2));
        assertKeras("orthogonal_rows", OrthogonalRegularizer.of());
        assertKeras(
                "orthogonal_columns",
                OrthogonalRegularizer.of().factor(0.5).mode(OrthogonalRegularizer.Mode.COLUMNS));
    }

    @Test
    void noneCostsNothing() {
        assertThat(Regularizer.none().of(Tensor.ones(2, 2)).item()).isZero();
        assertThat(L1L2.of().of(Tensor.ones(2, 2)).item()).isZero();
    }

    @Test
    void oneOfYourOwnImplementsTheInterface() {
        var own =
                new Regularizer() {
                    @Override
                    public Tensor of(Tensor weight) {
                        return weight.max();
                    }

                    @Override
                    public Options options() {
                        return Options.none();
                    }
                };
        assertThat(own.of(Tensor.of(1f, 3f)).item()).isEqualTo(3);
    }

    @Test
    void listsItsOptions() {
        assertThat(L1.of()).hasToString("L1(l1=0.01)");
        assertThat(L2.of()).hasToString("L2(l2=0.01)");
        assertThat(L1L2.of(1, 2)).hasToString("L1L2(l1=1.0, l2=2.0)");
        assertThat(OrthogonalRegularizer.of())
                .hasToString("OrthogonalRegularizer(factor=0.01, mode=rows)");
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> L2.of(-1))
                .hasMessage(
                        """
                        L2: l2 is negative or not finite
                          received: -1.0      expected: 0 or more\
                        """);
        assertThatThrownBy(() -> OrthogonalRegularizer.of().of(Tensor.ones(3)))
                .hasMessage(
                        """
                        OrthogonalRegularizer: the weight is not a matrix
                          received: (3,)      expected: two axes\
                        """);
    }
}
