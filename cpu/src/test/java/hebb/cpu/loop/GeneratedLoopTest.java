package hebb.cpu.loop;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.op.Argument;
import hebb.core.op.Binary;
import hebb.core.op.Broadcast;
import hebb.core.op.Cast;
import hebb.core.op.Graph;
import hebb.core.op.Node;
import hebb.core.op.Select;
import hebb.core.op.Unary;
import hebb.core.plan.Fuse;
import hebb.core.plan.Stage;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Lanes;
import hebb.cpu.step.Kernel;
import hebb.cpu.work.Operands;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Code made for an expression computes the bits of plain loops, whatever the expression and
/// however it reads its operands.
class GeneratedLoopTest {
    private final List<Node> pool = new ArrayList<>();
    private Random random = new Random();

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithPlainLoops(long seed) {
        Assumptions.assumeTrue(Lanes.preferred() != Lanes.SCALAR);
        random = new Random(seed);
        var stage = stage();

        var expected = run(stage, Kernels.of(Lanes.SCALAR), seed, false);
        var routines = run(stage, Kernels.preferred(), seed, false);
        var generated = run(stage, Kernels.preferred(), seed, true);

        assertThat(bits(routines)).as("seed %d: %s", seed, stage).isEqualTo(bits(expected));
        assertThat(bits(generated)).as("seed %d: %s", seed, stage).isEqualTo(bits(expected));
    }

    private Stage stage() {
        int rows = 1 + random.nextInt(random.nextBoolean() ? 70 : 700);
        int columns = 1 + random.nextInt(70);
        var shape = Shape.of(rows, columns);
        argument(shape, DType.FLOAT32);
        argument(shape, DType.FLOAT32);
        argument(Shape.of(columns), DType.FLOAT32);
        argument(Shape.of(rows, 1), DType.FLOAT32);
        argument(Shape.of(), DType.FLOAT32);
        argument(shape, DType.BOOL);
        argument(Shape.of(columns), DType.BOOL);
        var values = new ArrayList<>(List.of(pool.get(0)));
        for (int i = 0; i < 3 + random.nextInt(20); i++) {
            var node = next(shape);
            pool.add(node);
            values.add(node);
        }
        var results = values.subList(Math.max(1, values.size() - 3), values.size());
        var stages = Fuse.of(Graph.of(List.of(), results), List.of());
        return stages.getLast();
    }

    private Node next(Shape shape) {
        var full = Node.of(new Broadcast(shape), any(DType.FLOAT32));
        return switch (random.nextInt(8)) {
            case 0, 1 -> Node.of(VectorFunctions.SINGLES.get(random.nextInt(8)), full);
            case 2 ->
                    Node.of(VectorFunctions.TESTS.get(random.nextInt(6)), full, any(DType.FLOAT32));
            case 3 -> Node.of(Select.INSTANCE, any(DType.BOOL), full, any(DType.FLOAT32));
            case 4 ->
                    Node.of(
                            random.nextBoolean() ? Binary.MIN : Binary.MAX,
                            Node.of(new Broadcast(shape), any(DType.BOOL)),
                            Node.of(Unary.NOT, any(DType.BOOL)));
            case 5 ->
                    random.nextBoolean()
                            ? Node.of(
                                    new Cast(DType.FLOAT32),
                                    Node.of(new Broadcast(shape), any(DType.BOOL)))
                            : Node.of(new Cast(DType.BOOL), full);
            default ->
                    Node.of(VectorFunctions.PAIRS.get(random.nextInt(6)), full, any(DType.FLOAT32));
        };
    }

    private Node any(DType dtype) {
        var typed = pool.stream().filter(n -> n.dtype() == dtype).toList();
        return typed.get(random.nextInt(typed.size()));
    }

    private void argument(Shape shape, DType dtype) {
        pool.add(Node.of(new Argument("a" + pool.size(), new Spec(shape, dtype))));
    }

    private static List<Object> run(Stage stage, Kernels kernels, long seed, boolean generated) {
        var kernel = LoopBuilder.build(stage, Set.of(), 1, kernels);
        var loop = (Loop) kernel.work().phases().getFirst();
        if (generated) {
            loop.ignite();
        }
        var arrays = arrays(kernel, seed);
        var operands = Operands.of(arrays.size());
        for (int i = 0; i < arrays.size(); i++) {
            operands.bind(i, arrays.get(i), 0);
        }
        int cut = new Random(seed).nextInt(loop.units() + 1);
        loop.run(0, cut, 0, operands);
        loop.run(cut, loop.units(), 0, operands);
        return stage.outputs().stream().map(o -> arrays.get(kernel.slots().indexOf(o))).toList();
    }

    private static List<Object> arrays(Kernel kernel, long seed) {
        var random = new Random(seed);
        var arrays = new ArrayList<Object>();
        for (var node : kernel.slots()) {
            var array = node.dtype().array(node.shape().size());
            if (array instanceof float[] floats) {
                for (int i = 0; i < floats.length; i++) {
                    int special = random.nextInt(60);
                    floats[i] =
                            special == 0
                                    ? Float.NaN
                                    : special == 1
                                            ? -0f
                                            : special == 2
                                                    ? Float.NEGATIVE_INFINITY
                                                    : (float) random.nextGaussian() * 3;
                }
            } else if (array instanceof byte[] bytes) {
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) random.nextInt(2);
                }
            }
            arrays.add(array);
        }
        kernel.temporaries().forEach(t -> arrays.add(t.dtype().array(t.size())));
        return arrays;
    }

    private static List<Object> bits(List<Object> arrays) {
        return arrays.stream()
                .map(array ->
                        switch (array) {
                            case float[] a -> {
                                var bits = new int[a.length];
                                Arrays.setAll(bits, i -> Float.floatToIntBits(a[i]));
                                yield Arrays.toString(bits);
                            }
                            case byte[] a -> Arrays.toString(a);
                            default -> array;
                        })
                .toList();
    }
}
