package hebb.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnReference.class)
class ScannedTest {
    private static final Tensor X = Tensor.of(new float[][] {{1, 10}, {2, 20}, {3, 30}});

    private static Scanned sums(Tensor x, boolean reverse) {
        return Scanned.over(
                List.of(x),
                List.of(Tensor.zeros(x.dim(1))),
                reverse,
                (states, at) -> {
                    var sum = states.getFirst().add(at.getFirst());
                    return new Scanned(List.of(sum, states.getFirst()), List.of(sum));
                });
    }

    @Test
    void keepsWhatEachStepMakes() {
        var scanned = sums(X, false);
        assertThat(scanned.results().getFirst().toFloats()).containsExactly(1, 10, 3, 30, 6, 60);
        assertThat(scanned.results().getLast().toFloats()).containsExactly(0, 0, 1, 10, 3, 30);
        assertThat(scanned.states().getFirst().toFloats()).containsExactly(6, 60);
    }

    @Test
    void goesBackwards() {
        var scanned = sums(X, true);
        assertThat(scanned.results().getFirst().toFloats()).containsExactly(6, 60, 5, 50, 3, 30);
        assertThat(scanned.states().getFirst().toFloats()).containsExactly(6, 60);
    }

    @Test
    void keepsTheStatesIfThereIsNoTime() {
        var scanned = sums(Tensor.zeros(0, 2), false);
        assertThat(scanned.results().getFirst().shape()).isEqualTo(Shape.of(0, 2));
        assertThat(scanned.states().getFirst().toFloats()).containsExactly(0, 0);
    }

    @Test
    void infersFromAnUnknownTime() {
        var specs =
                Traced.ofAll(
                                xs -> {
                                    var scanned = sums(xs.getFirst(), false);
                                    return List.of(
                                            scanned.results().getFirst(),
                                            scanned.states().getFirst());
                                })
                        .infer(List.of(Spec.of(Shape.UNKNOWN, 2)));
        assertThat(specs).containsExactly(Spec.of(Shape.UNKNOWN, 2), Spec.of(2));
    }

    @Test
    void readsVariablesInItsStepsAndGivesTheirGradients() {
        var factor = Variable.of("factor", Tensor.of(2f));
        var traced =
                Traced.of(x -> {
                    var last =
                            Scanned.over(
                                            List.of(x),
                                            List.of(Tensor.zeros(1)),
                                            false,
                                            (states, at) -> {
                                                var y =
                                                        states.getFirst()
                                                                .mul(factor.value())
                                                                .add(at.getFirst());
                                                return new Scanned(List.of(), List.of(y));
                                            })
                                    .states()
                                    .getFirst();
                    return last.gradient(factor);
                });
        // a f² + b f + c, by f: 2 a f + b
        var slope = traced.run(Tensor.of(new float[][] {{5}, {3}, {1}}));
        assertThat(slope.toFloats()).containsExactly(2 * 5 * 2 + 3);
    }

    @Test
    void saysWhichStateIsNotWhatItWas() {
        assertThatThrownBy(() ->
                        Scanned.over(
                                List.of(X),
                                List.of(Tensor.zeros(2)),
                                false,
                                (states, at) ->
                                        new Scanned(
                                                List.of(),
                                                List.of(at.getFirst().cast(DType.INT32)))))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        """
                        scan: a state is not what it was before the step
                          received: float32(2,) becomes int32(2,)      \
                        expected: one shape and type for state 0 at all times\
                        """);
    }

    @Test
    void refusesSequencesOfDifferentLengths() {
        assertThatThrownBy(() ->
                        Scanned.over(
                                List.of(X, Tensor.zeros(2, 2)),
                                List.of(),
                                false,
                                (states, at) -> new Scanned(at, List.of())))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        """
                        scan: the sequences differ in length
                          received: 3 and 2 times      expected: one length\
                        """);
    }

    @Test
    void needsASequence() {
        assertThatThrownBy(() ->
                        Scanned.over(
                                List.of(),
                                List.of(X),
                                false,
                                (states, at) -> new Scanned(at, states)))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        """
                        scan: there is no sequence to go over
                          expected: at least one tensor with an axis of time\
                        """);
    }
}
