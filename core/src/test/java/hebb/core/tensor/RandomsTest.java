package hebb.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnReference.class)
class RandomsTest {
    private static final Spec MANY = Spec.of(1000);

    @Test
    void theSameSeedGivesTheSameNumbers() {
        assertThat(Randoms.of(7).normal(MANY).toFloats())
                .containsExactly(Randoms.of(7).normal(MANY).toFloats());
        assertThat(Randoms.of(8).normal(MANY).toFloats())
                .isNotEqualTo(Randoms.of(7).normal(MANY).toFloats());
        assertThat(Randoms.of(7, "other").normal(MANY).toFloats())
                .isNotEqualTo(Randoms.of(7).normal(MANY).toFloats());
    }

    @Test
    void eachDrawGivesOthers() {
        var randoms = Randoms.of(7);
        assertThat(randoms.uniform(MANY).toFloats()).isNotEqualTo(randoms.uniform(MANY).toFloats());
    }

    @Test
    void staysWithinItsBounds() {
        var x = Randoms.of(7).uniform(MANY, -2, 3);
        assertThat(x.min().item()).isBetween(-2.0, -1.9);
        assertThat(x.max().item()).isBetween(2.9, 3.0);
        assertThat(Randoms.of(7).uniform(new Spec(Shape.of(2), DType.FLOAT64)).dtype())
                .isEqualTo(DType.FLOAT64);
        assertThatThrownBy(() -> Randoms.of(7).uniform(new Spec(Shape.of(2), DType.INT32)))
                .hasMessageStartingWith("random_uniform: random numbers are floating point");
    }

    @Test
    void permutes() {
        var order = Randoms.of(7).permutation(100);
        assertThat(order)
                .hasSize(100)
                .doesNotHaveDuplicates()
                .isNotEqualTo(Tensor.arange(100).toInts());
        assertThat(order).contains(0, 99).doesNotContain(100);
        assertThat(Randoms.of(7).permutation(100)).containsExactly(order);
        assertThat(Randoms.of(7).permutation(1)).containsExactly(0);
        assertThat(Randoms.of(7).permutation(0)).isEmpty();
        assertThatThrownBy(() -> Randoms.of(7).permutation(-1))
                .hasMessage("Randoms.permutation: a negative number of elements\n  received: -1");
    }

    /// In a recording the step is an input: each run draws numbers of its own.
    @Test
    void aRecordingDrawsAnewAtEachStep() {
        var seed = Tensor.scalar(7, DType.INT64);
        var dropout = Traced.of(step -> Randoms.of(seed, step, "dropout").uniform(MANY));
        var first = dropout.run(Tensor.scalar(0, DType.INT64)).toFloats();
        var second = dropout.run(Tensor.scalar(1, DType.INT64)).toFloats();
        assertThat(second).isNotEqualTo(first);
        assertThat(dropout.run(Tensor.scalar(0, DType.INT64)).toFloats()).containsExactly(first);
        assertThat(Randoms.of(7, "dropout").uniform(MANY).toFloats()).containsExactly(first);
    }
}
