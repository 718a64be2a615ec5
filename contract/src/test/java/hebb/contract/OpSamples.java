package hebb.contract;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertAll;

import hebb.core.shape.DType;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/// All rows of the contract.
final class OpSamples {
    private OpSamples() {}

    /// The rows, with that floating type where an op leaves a choice.
    static List<Sample> of(DType type) {
        return Stream.of(
                        ElementwiseSamples.of(type),
                        MovementSamples.of(type),
                        ReductionSamples.of(type),
                        ProductSamples.of(type),
                        PoolingSamples.of(type),
                        RandomSamples.of(type),
                        ScanSamples.of(type))
                .flatMap(List::stream)
                .toList();
    }

    /// A test for each op, which checks all its rows.
    static Stream<DynamicTest> tests(List<Sample> samples, Consumer<Sample> check) {
        return samples.stream()
                .collect(Collectors.groupingBy(s -> s.op().label(), TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(op -> DynamicTest.dynamicTest(op.getKey(), () -> all(op.getValue(), check)));
    }

    private static void all(List<Sample> samples, Consumer<Sample> check) {
        assertAll(samples.stream().map(s -> (Executable) () -> check.accept(s)));
    }
}
