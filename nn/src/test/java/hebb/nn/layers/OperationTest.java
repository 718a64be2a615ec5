package hebb.nn.layers;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.tensor.Tensor;
import hebb.nn.Model;
import hebb.nn.Symbol;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where operations between layers meet infinities and scalars, as Keras computes them.
class OperationTest {
    private static final float INFINITY = Float.POSITIVE_INFINITY;

    @Test
    void logarithmsOfSumsOfInfinities() {
        var a = Input.of(5);
        var b = Input.of(5);
        var model = Model.of(List.of(a, b), List.of(Operation.of("Logaddexp").apply(a, b)));
        var x = Tensor.of(new float[][] {{-INFINITY, INFINITY, -INFINITY, Float.NaN, 0}});
        var y = Tensor.of(new float[][] {{-INFINITY, INFINITY, 2, 1, 0}});
        assertThat(model.predictAll(x, y).getFirst().toFloats())
                .containsExactly(-INFINITY, INFINITY, 2, Float.NaN, (float) Math.log(2));
    }

    /// The mean of all numbers is 2, a scalar; a number more is added to each.
    @ParameterizedTest
    @CsvSource({"Std, 0", "Var, 0", "Ptp, 0", "Any, 1", "All, 1", "Sum, 2", "Max, 2"})
    void aScalarIsReducedAsAnyTensor(String reduction, float more) {
        var x = Input.of(3);
        Symbol scalar = Operation.of("Mean").apply(x);
        var model =
                Model.of(x, Operation.of("Add").apply(x, Operation.of(reduction).apply(scalar)));
        var made = model.predict(Tensor.of(new float[][] {{1, 2, 3}}));
        assertThat(made.toFloats()).containsExactly(1 + more, 2 + more, 3 + more);
    }
}
