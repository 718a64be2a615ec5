package hebb.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnReference.class)
class TensorTest {
    private static final Tensor SIX = Tensor.of(new float[][] {{1, 2, 3}, {4, 5, 6}});

    @Test
    void takesTheTypeOfTheArray() {
        assertThat(Tensor.of(1f, 2).spec()).hasToString("float32(2,)");
        assertThat(Tensor.of(1d, 2).spec()).hasToString("float64(2,)");
        assertThat(Tensor.of(1, 2).spec()).hasToString("int32(2,)");
        assertThat(Tensor.of(1L, 2).spec()).hasToString("int64(2,)");
        assertThat(Tensor.of(true, false).spec()).hasToString("bool(2,)");
        assertThat(SIX.spec()).hasToString("float32(2, 3)");
        assertThat(Tensor.of(new double[][] {{1}}).spec()).hasToString("float64(1, 1)");
        assertThat(Tensor.of(new int[][] {{1}, {2}}).spec()).hasToString("int32(2, 1)");
        assertThat(Tensor.of(new float[0][]).spec()).hasToString("float32(0, 0)");
    }

    @Test
    void copiesWhatItIsMadeOf() {
        var array = new float[] {1, 2};
        var x = Tensor.of(array);
        var y = Tensor.of(array, Spec.of(1, 2));
        array[0] = 9;
        x.toFloats()[1] = 9;
        ((float[]) x.toArray())[1] = 9;
        assertThat(x.toFloats()).containsExactly(1, 2);
        assertThat(y.toFloats()).containsExactly(1, 2);
    }

    @Test
    void refusesRowsOfDifferentLengths() {
        assertThatThrownBy(() -> Tensor.of(new float[][] {{1, 2, 3}, {4, 5}}))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        "Tensor.of: the rows differ in length\n"
                                + "  received: 2 elements in row 1      expected: 3, as in row 0");
    }

    @Test
    void refusesAnArrayThatDoesNotFit() {
        assertThatThrownBy(() -> Tensor.of(new float[5], Spec.of(2, 3)))
                .hasMessage(
                        "Tensor.of: the array does not fit the shape\n"
                                + "  received: float[] with 5 elements      expected: 6 elements"
                                + " for float32(2, 3)");
        assertThatThrownBy(() -> Tensor.of(new double[6], Spec.of(2, 3)))
                .hasMessageContaining("received: double[] with 6 elements");
    }

    @Test
    void isMadeOfOneNumber() {
        assertThat(Tensor.zeros(2, 2).toFloats()).containsExactly(0, 0, 0, 0);
        assertThat(Tensor.ones(3).toFloats()).containsExactly(1, 1, 1);
        var sevens = Tensor.full(7, new Spec(Shape.of(2), DType.INT64));
        assertThat((long[]) sevens.toArray()).containsExactly(7, 7);
        assertThat(Tensor.scalar(2.5, DType.FLOAT64).item()).isEqualTo(2.5);
        assertThat(Tensor.scalar(2.5, DType.INT32).item()).isEqualTo(2);
        assertThat(Tensor.zeros(0, 3).size()).isZero();
    }

    @Test
    void isMadeByCounting() {
        assertThat(Tensor.arange(4).toInts()).containsExactly(0, 1, 2, 3);
        assertThat(Tensor.iota(Spec.of(2, 3), -1).toFloats()).containsExactly(0, 1, 2, 0, 1, 2);
        assertThat(Tensor.linspace(0, 1, 5).toDoubles()).containsExactly(0, 0.25, 0.5, 0.75, 1);
        assertThat(Tensor.linspace(0.1, 0.7, 7).at(-1)).isEqualTo(0.7);
        assertThat(Tensor.linspace(3, 9, 1).toDoubles()).containsExactly(3);
        assertThat(Tensor.eye(2).toFloats()).containsExactly(1, 0, 0, 1);
    }

    @Test
    void isJoined() {
        assertThat(Tensor.concat(0, SIX, SIX).shape()).isEqualTo(Shape.of(4, 3));
        assertThat(Tensor.concat(-1, SIX, SIX).toFloats())
                .containsExactly(1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6);
        assertThat(Tensor.stack(0, Tensor.of(1, 2), Tensor.of(3, 4)).toInts())
                .containsExactly(1, 2, 3, 4);
        assertThat(Tensor.stack(-1, Tensor.of(1, 2), Tensor.of(3, 4)).toInts())
                .containsExactly(1, 3, 2, 4);
        assertThat(Tensor.stack(1, SIX, SIX).shape()).isEqualTo(Shape.of(2, 2, 3));
        assertThatThrownBy(() -> Tensor.stack(0))
                .hasMessage(
                        "Tensor.stack: there is nothing to join\n"
                                + "  expected: at least one tensor");
        assertThatThrownBy(() -> Tensor.concat(1)).isInstanceOf(HebbException.class);
    }

    @Test
    void isChosenElementByElement() {
        var condition = Tensor.of(true, false, true);
        assertThat(Tensor.where(condition, Tensor.of(1, 2, 3), Tensor.of(0.5f)).toFloats())
                .containsExactly(1, 0.5f, 3);
    }

    @Test
    void showsSingleElements() {
        assertThat(SIX.at(1, 0)).isEqualTo(4);
        assertThat(SIX.at(-1, -1)).isEqualTo(6);
        assertThat(SIX.dim(-1)).isEqualTo(3);
        assertThat(SIX.rank()).isEqualTo(2);
        assertThatThrownBy(() -> SIX.at(2, 0))
                .hasMessage(
                        "Tensor.at: the position lies outside axis 0\n"
                                + "  received: 2      expected: from -2 to 1");
        assertThatThrownBy(() -> SIX.at(1))
                .hasMessage(
                        "Tensor.at: one position for each axis is needed\n"
                                + "  received: [1]      expected: 2 positions, for (2, 3)");
        assertThatThrownBy(SIX::item)
                .hasMessage(
                        """
                        Tensor.item: there is not just one element
                          received: float32(2, 3)
                          fix: x.at(i, j, …) for one element, x.mean() or x.sum() for one number of all\
                        """);
    }

    @Test
    void givesItsElementsInAnyType() {
        var x = Tensor.of(1.9f, -1.9f);
        assertThat(x.toInts()).containsExactly(1, -1);
        assertThat(x.toDoubles()).containsExactly(1.9f, -1.9f);
        assertThat(Tensor.of(true, false).toFloats()).containsExactly(1, 0);
        var into = new float[5];
        SIX.copyTo(into, 2, 1, 3);
        assertThat(into).containsExactly(0, 3, 4, 5, 0);
    }

    @Test
    void hasARecordedFormWithoutValue() {
        var text = new StringBuilder();
        var traced =
                Traced.of(x -> {
                    assertThat(x.isRecorded()).isTrue();
                    text.append(x.exp());
                    assertThatThrownBy(x::toFloats)
                            .hasMessage(
                                    """
                                    Tensor: a tensor that is being recorded has no value yet
                                      received: float32(2,)      expected: a tensor outside of a traced function
                                      fix: return it from the traced function and look at what run(…) gives\
                                    """);
                    return x;
                });
        var y = traced.run(Tensor.of(1f, 2));
        assertThat(y.isRecorded()).isFalse();
        assertThat(text).hasToString("recorded exp float32(2,)");
    }

    @Test
    void isDifferentiatedInRecordingsOnly() {
        assertThatThrownBy(() -> SIX.sum().gradient(SIX))
                .hasMessage(
                        """
                        Tensor.gradient: nothing was recorded to differentiate
                          received: a tensor with a value      expected: a tensor computed in a traced function
                          fix: Traced.of(x -> { …; loss.gradient(w) … }).run(x)\
                        """);
        var cube = Traced.of(x -> x.mul(x).mul(x).gradient(x));
        assertThat(cube.run(Tensor.of(1f, 2)).toFloats()).containsExactly(3, 12);
    }

    @Test
    void stopsGradients() {
        var traced = Traced.of(x -> x.mul(x.stopGradient()).gradient(x));
        assertThat(traced.run(Tensor.of(1f, 2)).toFloats()).containsExactly(1, 2);
        assertThat(Tensor.of(1f, 2).stopGradient().toFloats()).containsExactly(1, 2);
    }

    @Test
    void remembersWhatASoftmaxWasMadeOf() {
        var traced =
                Traced.ofAll(inputs -> {
                    var x = inputs.getFirst();
                    assertThat(x.softmax().softmaxInput()).isPresent();
                    assertThat(x.sigmoid().sigmoidInput()).isPresent();
                    assertThat(x.softmax().sigmoidInput()).isEmpty();
                    assertThat(x.exp().softmaxInput()).isEmpty();
                    return List.of(x.softmax().softmaxInput().orElseThrow());
                });
        assertThat(traced.run(Tensor.of(1f, 2)).toFloats()).containsExactly(1, 2);
        assertThat(Tensor.of(1f, 2).softmax().softmaxInput()).isEmpty();
    }

    @Test
    void softmaxAddsUpToOne() {
        assertThat(SIX.softmax().sum(-1).toFloats())
                .containsExactly(new float[] {1, 1}, within(1e-6f));
        assertThat(SIX.logSoftmax().exp().toFloats())
                .containsExactly(SIX.softmax().toFloats(), within(1e-6f));
    }
}
