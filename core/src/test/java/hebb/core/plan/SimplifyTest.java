package hebb.core.plan;

import static hebb.core.plan.Graphs.argument;
import static hebb.core.plan.Graphs.ops;
import static hebb.core.plan.Graphs.simplified;
import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.op.Binary;
import hebb.core.op.Broadcast;
import hebb.core.op.Cast;
import hebb.core.op.Constant;
import hebb.core.op.CustomGradient;
import hebb.core.op.Graph;
import hebb.core.op.MatMul;
import hebb.core.op.Node;
import hebb.core.op.Pad;
import hebb.core.op.Random;
import hebb.core.op.Reduce;
import hebb.core.op.Reshape;
import hebb.core.op.Reverse;
import hebb.core.op.Slice;
import hebb.core.op.Transpose;
import hebb.core.op.Unary;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimplifyTest {
    private final Node x = argument("x", 2, 3);
    private final Node y = argument("y", 2, 3);

    private static Node transposed(Node node, Integer... axes) {
        return Node.of(new Transpose(List.of(axes)), node);
    }

    @Test
    void computesEqualNodesOnce() {
        var result = simplified(x.plus(y).times(x.plus(y)));

        assertThat(result.input(0)).isSameAs(result.input(1));
        assertThat(ops(result)).containsExactly(Binary.ADD, Binary.MUL);
    }

    @Test
    void keepsArgumentsApartThoughTheyAreEqual() {
        var twin = argument("x", 2, 3);
        var graph = Simplify.of(Graph.of(List.of(x, twin), List.of(x.plus(twin))));

        assertThat(graph.arguments()).containsExactly(x, twin);
        assertThat(graph.results().getFirst().inputs()).containsExactly(x, twin);
    }

    @Test
    void keepsDrawsOfDifferentStreamsApart() {
        var seed = Node.scalar(1, DType.INT64);
        var a = Node.of(new Random(Random.Kind.UNIFORM, Spec.of(4), "a"), seed, seed);
        var b = Node.of(new Random(Random.Kind.UNIFORM, Spec.of(4), "b"), seed, seed);

        var result = simplified(a.plus(b));

        assertThat(result.input(0)).isNotSameAs(result.input(1));
    }

    @Test
    void takesGradientRulesOut() {
        assertThat(simplified(Node.of(CustomGradient.STOP, x))).isSameAs(x);
    }

    @Test
    void joinsReshapes() {
        var twice = Node.of(new Reshape(Shape.of(3, 2)), Node.of(new Reshape(Shape.of(6)), x));

        assertThat(ops(simplified(twice))).containsExactly(new Reshape(Shape.of(3, 2)));
        assertThat(simplified(Node.of(new Reshape(Shape.of(2, 3)), twice))).isSameAs(x);
    }

    @Test
    void joinsTransposes() {
        var z = argument("z", 2, 3, 4);
        var twice = transposed(transposed(z, 2, 0, 1), 1, 0, 2);

        assertThat(ops(simplified(twice))).containsExactly(new Transpose(List.of(0, 2, 1)));
        assertThat(simplified(transposed(transposed(z, 2, 0, 1), 1, 2, 0))).isSameAs(z);
    }

    @Test
    void knowsThatAnAxisOfLengthOneMovesNothing() {
        var z = argument("z", 2, 1, 4);

        assertThat(ops(simplified(transposed(z, 1, 0, 2))))
                .containsExactly(new Reshape(Shape.of(1, 2, 4)));
    }

    @Test
    void letsAProductReadTransposedOperands() {
        var product = Node.of(new MatMul(true, false), transposed(x, 1, 0), transposed(y, 1, 0));

        var result = simplified(product);

        assertThat(result.op()).isEqualTo(new MatMul(false, true));
        assertThat(result.inputs()).containsExactly(x, y);
    }

    @Test
    void removesWhatChangesNothing() {
        var zeros = List.of(0, 0);
        var all = List.of(Slice.END, Slice.END);

        assertThat(simplified(Node.of(new Cast(DType.FLOAT32), x))).isSameAs(x);
        assertThat(simplified(Node.of(new Broadcast(Shape.of(2, 3)), x))).isSameAs(x);
        assertThat(simplified(Node.of(new Slice(zeros, all, List.of(1, 1)), x))).isSameAs(x);
        assertThat(simplified(Node.of(Pad.around(zeros, zeros, 7), x))).isSameAs(x);
        assertThat(simplified(Node.of(new Reverse(List.of()), x))).isSameAs(x);
        var flip = new Reverse(List.of(1));
        assertThat(simplified(Node.of(flip, Node.of(flip, x)))).isSameAs(x);
        assertThat(simplified(x.times(1))).isSameAs(x);
        assertThat(simplified(Node.scalar(1, DType.FLOAT32).times(x))).isSameAs(x);
        assertThat(simplified(x.over(Node.scalar(1, DType.FLOAT32)))).isSameAs(x);
        assertThat(simplified(x.minus(Node.scalar(0, DType.FLOAT32)))).isSameAs(x);
    }

    @Test
    void keepsWhatWouldChangeTheSignOfZero() {
        assertThat(ops(simplified(x.plus(Node.scalar(0, DType.FLOAT32))))).contains(Binary.ADD);
        assertThat(ops(simplified(x.minus(Node.scalar(-0.0, DType.FLOAT32))))).contains(Binary.SUB);
        var one = argument("one", 1, 3);
        assertThat(ops(simplified(Reduce.of(Reduce.Kind.SUM, one, 0)))).hasSize(1);
    }

    @Test
    void letsPointwiseOpsRepeatTheirOperands() {
        var row = argument("row", 3);
        var repeated = Node.of(new Broadcast(Shape.of(2, 3)), row);

        assertThat(simplified(x.plus(repeated)).inputs()).containsExactly(x, row);
        assertThat(simplified(repeated.plus(repeated)).shape()).isEqualTo(Shape.of(2, 3));
    }

    @Test
    void computesScalarsInTheirType() {
        var third = Node.scalar(1, DType.FLOAT32).over(Node.scalar(3, DType.FLOAT32));
        var root = Node.of(Unary.SQRT, Node.scalar(2, DType.FLOAT64));

        assertThat(simplified(third).op()).isEqualTo(Constant.scalar(1f / 3f, DType.FLOAT32));
        assertThat(simplified(root).op()).isEqualTo(Constant.scalar(Math.sqrt(2), DType.FLOAT64));
    }

    @Test
    void leavesOutWhatNothingReads() {
        var unused = x.times(y);
        var graph = Graph.of(List.of(x, y), List.of(x.plus(y)));

        assertThat(Simplify.of(graph).nodes()).doesNotContain(unused).hasSize(3);
    }
}
