package hebb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.op.ArgReduce;
import hebb.core.op.Argument;
import hebb.core.op.Binary;
import hebb.core.op.Compare;
import hebb.core.op.Op;
import hebb.core.op.Random;
import hebb.core.op.Reduce;
import hebb.core.op.Unary;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each op keeps what its shape rule and its gradient promise.
class OpContractTest {
    private static final List<Sample> SAMPLES = OpSamples.of(DType.FLOAT64);

    @Test
    void everyOpHasRows() {
        for (var op : Op.class.getPermittedSubclasses()) {
            assertThat(SAMPLES).as(op.getSimpleName()).anyMatch(s -> op.isInstance(s.op()));
        }
    }

    @Test
    void everyMemberOfAFamilyHasRows() {
        Set<Object> members = SAMPLES.stream().map(s -> member(s.op())).collect(Collectors.toSet());
        assertThat(members)
                .contains((Object[]) Unary.values())
                .contains((Object[]) Binary.values())
                .contains((Object[]) Compare.values())
                .contains((Object[]) Reduce.Kind.values())
                .contains((Object[]) ArgReduce.Kind.values())
                .contains((Object[]) Random.Kind.values());
    }

    private static Object member(Op op) {
        return switch (op) {
            case Reduce reduce -> reduce.kind();
            case ArgReduce reduce -> reduce.kind();
            case Random random -> random.kind();
            default -> op;
        };
    }

    /// Fewer axes known never means another shape, only less of it.
    @TestFactory
    Stream<DynamicTest> infersFromUnknownAxes() {
        var samples = SAMPLES.stream().filter(s -> !(s.op() instanceof Argument)).toList();
        return OpSamples.tests(
                samples,
                sample -> {
                    var known = sample.apply(sample.arguments()).spec();
                    for (var specs : blurred(sample.specs())) {
                        var inferred = sample.op().infer(specs);
                        assertThat(inferred.dtype()).isEqualTo(known.dtype());
                        assertThat(inferred.shape().matches(known.shape()))
                                .as("%s: %s gives %s", sample, specs, inferred)
                                .isTrue();
                    }
                });
    }

    /// The inputs with each axis unknown, and with all.
    private static List<List<Spec>> blurred(List<Spec> specs) {
        var all = new ArrayList<List<Spec>>();
        var nothingKnown = new ArrayList<>(specs);
        for (int i = 0; i < specs.size(); i++) {
            for (int axis = 0; axis < specs.get(i).shape().rank(); axis++) {
                var some = new ArrayList<>(specs);
                some.set(i, unknown(specs.get(i), axis));
                nothingKnown.set(i, unknown(nothingKnown.get(i), axis));
                all.add(some);
            }
        }
        all.add(nothingKnown);
        return all;
    }

    private static Spec unknown(Spec spec, int axis) {
        return new Spec(spec.shape().with(axis, Shape.UNKNOWN), spec.dtype());
    }

    @TestFactory
    Stream<DynamicTest> gradientIsTheFiniteDifference() {
        return OpSamples.tests(smooth(), Differences::checkFirst);
    }

    @TestFactory
    Stream<DynamicTest> secondGradientIsTheFiniteDifference() {
        return OpSamples.tests(smooth(), Differences::checkSecond);
    }

    private static List<Sample> smooth() {
        return SAMPLES.stream().filter(s -> !s.smooth().isEmpty()).toList();
    }
}
