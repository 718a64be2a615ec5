package hebb.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebb.core.engine.Engines;
import hebb.core.engine.reference.ReferenceEngine;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnReference.class)
class TracedTest {
    @Test
    void computesWhatTheFunctionDoes() {
        var f = Traced.of((x, y) -> x.matmul(y).add(1).relu());
        var x = Tensor.of(new float[][] {{1, -2}});
        var y = Tensor.of(new float[][] {{3}, {1}});
        assertThat(f.run(x, y).toFloats()).containsExactly(2);
        assertThat(x.matmul(y).add(1).relu().toFloats()).containsExactly(2);
    }

    @Test
    void recordsOnceForEachSetOfShapes() {
        var recordings = new AtomicInteger();
        var f =
                Traced.of(x -> {
                    recordings.incrementAndGet();
                    return x.mul(2);
                });
        for (int i = 0; i < 3; i++) {
            assertThat(f.run(Tensor.of(1f, i)).toFloats()).containsExactly(2, 2 * i);
        }
        assertThat(recordings).hasValue(1);
        assertThat(f.run(Tensor.of(1f)).toFloats()).containsExactly(2);
        assertThat(f.run(Tensor.of(1.0)).toDoubles()).containsExactly(2);
        assertThat(recordings).hasValue(3);
    }

    @Test
    void forgetsThePlanUnusedLongest() {
        var recordings = new AtomicInteger();
        var f =
                Traced.of(x -> {
                    recordings.incrementAndGet();
                    return x.mul(2);
                });
        for (int i = 1; i <= Traced.PLANS; i++) {
            var _ = f.run(Tensor.zeros(i));
        }
        var _ = f.run(Tensor.zeros(1)); // used again, so that 2 is now the oldest
        var _ = f.run(Tensor.zeros(99));
        assertThat(recordings).hasValue(Traced.PLANS + 1);
        var _ = f.run(Tensor.zeros(1));
        assertThat(recordings).hasValue(Traced.PLANS + 1);
        var _ = f.run(Tensor.zeros(2));
        assertThat(recordings).hasValue(Traced.PLANS + 2);
    }

    @Test
    void plansForEachEngine() {
        var recordings = new AtomicInteger();
        var f =
                Traced.of(x -> {
                    recordings.incrementAndGet();
                    return x.mul(2);
                });
        var _ = f.run(Tensor.zeros(1));
        var _ = Engines.with(new ReferenceEngine(), () -> f.run(Tensor.zeros(1)));
        assertThat(recordings).hasValue(2);
    }

    @Test
    void givesSeveralResults() {
        var f = Traced.ofAll(inputs -> List.of(inputs.get(0).add(inputs.get(1)), inputs.get(2)));
        var results = f.runAll(List.of(Tensor.of(1), Tensor.of(2), Tensor.of(3)));
        assertThat(results).hasSize(2);
        assertThat(results.get(0).toInts()).containsExactly(3);
        assertThat(results.get(1).toInts()).containsExactly(3);
        assertThat(Traced.ofAll(inputs -> List.of()).runAll(List.of())).isEmpty();
    }

    @Test
    void resultsAreTheCallersOwn() {
        var f = Traced.of(x -> x.mul(2));
        var first = f.run(Tensor.of(1f));
        var _ = f.run(Tensor.of(2f));
        assertThat(first.toFloats()).containsExactly(2);
    }

    @Test
    void seesTheVariablesNewValues() {
        var w = Variable.of("w", Tensor.of(10f));
        var f = Traced.of(x -> x.mul(w.value()));
        assertThat(f.run(Tensor.of(2f)).item()).isEqualTo(20);
        w.assign(Tensor.of(100f));
        assertThat(f.run(Tensor.of(2f)).item()).isEqualTo(200);
    }

    @Test
    void changesVariables() {
        var count = Variable.of("count", Tensor.scalar(0, DType.INT32));
        var f =
                Traced.of(x -> {
                    count.assign(count.value().add(1));
                    return x.add(count.value()); // reads what was written
                });
        assertThat(f.run(Tensor.of(10)).toInts()).containsExactly(11);
        assertThat(f.run(Tensor.of(10)).toInts()).containsExactly(12);
        assertThat(count.item()).isEqualTo(2);
    }

    @Test
    void swapsVariables() {
        var a = Variable.of("a", Tensor.of(1f));
        var b = Variable.of("b", Tensor.of(2f));
        var swap =
                Traced.ofAll(inputs -> {
                    var old = a.value();
                    a.assign(b.value());
                    b.assign(old);
                    return List.of();
                });
        var _ = swap.runAll(List.of());
        assertThat(a.value().toFloats()).containsExactly(2);
        assertThat(b.value().toFloats()).containsExactly(1);
    }

    @Test
    void writesVariablesThatItDoesNotRead() {
        var last = Variable.zeros("last", Spec.of(2));
        var f =
                Traced.of(x -> {
                    last.assign(x);
                    return x.sum();
                });
        assertThat(f.run(Tensor.of(3f, 4)).item()).isEqualTo(7);
        assertThat(last.value().toFloats()).containsExactly(3, 4);
    }

    @Test
    void learns() {
        var w = Variable.of("w", Tensor.zeros(2, 1));
        var x = Tensor.of(new float[][] {{1, 0}, {0, 1}, {1, 1}});
        var y = x.matmul(Tensor.of(new float[][] {{2}, {-3}}));
        var step =
                Traced.of((a, b) -> {
                    var loss = a.matmul(w.value()).sub(b).square().mean();
                    w.assign(w.value().sub(loss.gradient(w).mul(0.5)));
                    return loss;
                });
        double first = step.run(x, y).item();
        for (int i = 0; i < 100; i++) {
            var _ = step.run(x, y);
        }
        assertThat(step.run(x, y).item()).isLessThan(first * 1e-6);
        assertThat(w.value().at(0, 0)).isCloseTo(2, within(1e-3));
    }

    @Test
    void differentiatesBySeveralVariables() {
        var a = Variable.of("a", Tensor.of(2f));
        var b = Variable.of("b", Tensor.of(5f));
        var f = Traced.ofAll(in -> a.value().mul(b.value()).gradients(List.of(a, b)));
        var gradients = f.runAll(List.of());
        assertThat(gradients.get(0).toFloats()).containsExactly(5);
        assertThat(gradients.get(1).toFloats()).containsExactly(2);
    }

    @Test
    void becomesPartOfAnother() {
        var inner = Traced.of(x -> x.mul(x));
        var outer = Traced.of(x -> inner.run(x).add(1).gradient(x));
        assertThat(outer.run(Tensor.of(3f)).toFloats()).containsExactly(6);
    }

    @Test
    void holdsOutsideTensorsAsConstants() {
        var table = Tensor.of(10f, 20);
        var f = Traced.of(x -> x.add(table));
        assertThat(f.run(Tensor.of(1f, 2)).toFloats()).containsExactly(11, 22);
    }

    @Test
    void refusesTensorsOfAnotherRecording() {
        var leaked = new ArrayList<Tensor>();
        var first =
                Traced.of(x -> {
                    leaked.add(x.mul(2));
                    return x;
                });
        var _ = first.run(Tensor.of(1f));
        var second = Traced.of(x -> x.add(leaked.getFirst()));
        assertThatThrownBy(() -> second.run(Tensor.of(1f)))
                .hasMessage(
                        """
                        Traced: a tensor of another, finished recording is used
                          received: float32(1,)      expected: tensors made in this call, inputs, variables and values
                          fix: return the tensor from the traced function, and pass its value on\
                        """);
    }

    @Test
    void countsItsInputs() {
        assertThatThrownBy(() -> Traced.of(x -> x).run(Tensor.of(1), Tensor.of(2)))
                .hasMessage(
                        "Traced: the number of inputs is wrong\n  received: 2      expected: 1");
        assertThatThrownBy(() -> Traced.of((x, y) -> x).run(Tensor.of(1)))
                .hasMessage(
                        "Traced: the number of inputs is wrong\n  received: 1      expected: 2");
    }

    @Test
    void reportsMistakesWhenItRecords() {
        var f = Traced.of((x, y) -> x.matmul(y));
        assertThatThrownBy(() -> f.run(Tensor.zeros(2, 3), Tensor.zeros(2, 3)))
                .hasMessageStartingWith("matmul: the inner axes differ");
    }

    @Test
    void takesGradientsOfTheUsersOwn() {
        var f =
                Traced.of(x ->
                        Traced.custom(x.round(), List.of(x), dy -> List.of(dy.mul(100)))
                                .gradient(x));
        assertThat(f.run(Tensor.of(1.4f, 2.6f)).toFloats()).containsExactly(100, 100);
        assertThat(Traced.custom(Tensor.of(1f), List.of(), dy -> List.of()).item()).isEqualTo(1);
        var wrong = Traced.of(x -> Traced.custom(x, List.of(x), dy -> List.of(dy, dy)).gradient(x));
        assertThatThrownBy(() -> wrong.run(Tensor.of(1f)))
                .hasMessage(
                        "Traced.custom: the number of gradients is wrong\n"
                                + "  received: 2      expected: 1, one for each input");
    }

    @Test
    void explainsItsPlan() {
        assertThat(Traced.of(x -> x.exp()).explain(Spec.of(2)))
                .isEqualTo("%0 = argument 'input 0' float32(2,)\n%1 = exp float32(2,) %0");
        assertThatThrownBy(() -> Traced.of(x -> x.exp()).explain(Spec.of(Shape.UNKNOWN)))
                .hasMessage(
                        "Traced: a shape must be known before a plan can run\n"
                                + "  received: argument 'input 0' float32(None,)");
    }

    @Test
    void runsOnSeveralThreads() {
        var engine = Engines.current();
        var w = Variable.of("w", Tensor.of(3f));
        var f = Traced.of(x -> x.mul(w.value()).sum());
        var sums =
                IntStream.range(0, 200)
                        .parallel()
                        .mapToObj(i ->
                                Engines.with(
                                        engine, () -> f.run(Tensor.of(i, i).cast(DType.FLOAT32))))
                        .mapToDouble(Tensor::item)
                        .toArray();
        for (int i = 0; i < sums.length; i++) {
            assertThat(sums[i]).isEqualTo(6.0 * i);
        }
    }
}
