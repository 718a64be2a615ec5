package hebb.core.plan;

import static hebb.core.plan.Graphs.argument;
import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.op.Broadcast;
import hebb.core.op.Concat;
import hebb.core.op.Graph;
import hebb.core.op.MatMul;
import hebb.core.op.Node;
import hebb.core.op.Reduce;
import hebb.core.op.Reshape;
import hebb.core.op.Slice;
import hebb.core.op.Unary;
import hebb.core.shape.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuseTest {
    private final Node x = argument("x", 2, 2);
    private final Node y = argument("y", 2, 2);

    private static List<Stage> fused(Node... results) {
        return Fuse.of(Graph.of(List.of(), List.of(results)), List.of());
    }

    @Test
    void gathersAChain() {
        var product = x.times(y);
        var sum = product.plus(x);

        var stages = fused(Node.of(Unary.RELU, sum));

        assertThat(stages).hasSize(1);
        assertThat(stages.getFirst().inputs()).containsExactly(x, y);
        assertThat(stages.getFirst()).hasToString("multiply, add, relu -> float32(2, 2)");
    }

    @Test
    void gathersUpdatesThatShareAnOperandOfTheirs() {
        var m = argument("m", 2, 2);
        var mean = m.plus(x.minus(m));
        var weight = y.minus(mean);

        var stages = fused(mean, weight);

        assertThat(stages).hasSize(1);
        assertThat(stages.getFirst().outputs()).containsExactly(mean, weight);
    }

    @Test
    void doesNotGatherAroundWhatLiesBetween() {
        var root = Node.of(Unary.SQRT, x);
        var product = Node.of(MatMul.PLAIN, root, y);
        var sum = root.plus(product);

        var stages = fused(sum);

        assertThat(stages.stream().map(s -> s.nodes().getFirst()))
                .containsExactly(root, product, sum);
    }

    @Test
    void doesNotGatherAroundAGroupOfWhichAPartComesEarly() {
        var early = Node.of(Unary.EXP, x);
        var total = total(early);
        var root = Node.of(Unary.SQRT, x);
        var late = early.plus(total(root)); // joins `early`, and so puts `total` behind `root`

        var stages = fused(late, root.times(total));

        assertThat(stages.stream().map(s -> s.nodes().size())).containsExactly(1, 1, 3, 1, 2);
    }

    private static Node total(Node a) {
        var sum = Node.of(new Reduce(Reduce.Kind.SUM, List.of(0, 1)), a);
        return Node.of(new Broadcast(a.shape()), sum);
    }

    @Test
    void putsAGroupBehindAllThatItsMembersRead() {
        var first = Node.of(Unary.EXP, x);
        var product = Node.of(MatMul.PLAIN, y, y);
        var second = first.plus(product); // joins `first`, which alone could run before the product

        var stages = fused(first.times(second));

        assertThat(stages.getFirst().nodes()).containsExactly(product);
        assertThat(stages.getLast().nodes()).hasSize(3);
    }

    @Test
    void repeatsABroadcastInEachReader() {
        var row = Node.of(Unary.EXP, argument("row", 2));
        var repeated = Node.of(new Broadcast(Shape.of(2, 2)), row);
        var a = x.plus(repeated);
        var b = Node.of(MatMul.PLAIN, a, y).times(repeated);

        var stages = fused(b);

        assertThat(stages.stream().flatMap(s -> s.outputs().stream())).doesNotContain(repeated);
        assertThat(stages.getFirst().outputs()).containsExactly(row);
        assertThat(stages.getLast().inputs()).contains(row);
    }

    @Test
    void picksTheRowsOfASliceInEachReader() {
        var product = Node.of(MatMul.PLAIN, argument("a", 2, 3), argument("b", 3, 64));
        var left = columns(product, 0, 32);
        var y = left.times(Node.of(Unary.EXP, columns(product, 32, 64)));

        var stages = fused(y);

        assertThat(stages).hasSize(2);
        var loop = stages.getLast();
        assertThat(loop.inputs()).containsExactly(product);
        assertThat(loop.isPointwise()).isTrue();
        // another element's place is not the place of the element that is computed
        assertThat(loop.isPointwiseIn(product)).isFalse();
    }

    @Test
    void copiesASliceOfShortRows() {
        var y = Node.of(Unary.EXP, columns(argument("a", 100, 4), 1, 3));

        assertThat(fused(y)).hasSize(2);
    }

    @Test
    void writesAConcatenationInTheLoopThatComputesItsParts() {
        var a = argument("a", 2, 32);
        var b = argument("b", 2, 32);
        var parts = Node.of(new Concat(1), Node.of(Unary.EXP, a), Node.of(Unary.SQRT, b));

        var stages = fused(parts);

        assertThat(stages).hasSize(1);
        assertThat(stages.getFirst().outputs()).containsExactly(parts);
    }

    @Test
    void copiesAConcatenationOfShortRowsOrOfWhatIsNoLoop() {
        var row = Node.of(Unary.EXP, argument("a", 2, 4));
        assertThat(fused(Node.of(new Concat(1), row, row))).hasSize(2);

        var product = Node.of(MatMul.PLAIN, argument("a", 2, 3), argument("b", 3, 64));
        var both = Node.of(new Concat(1), Node.of(Unary.EXP, product), product);
        assertThat(fused(both)).hasSize(3);
    }

    private static Node columns(Node x, int from, int to) {
        return Node.of(new Slice(List.of(0, from), List.of(Slice.END, to), List.of(1, 1)), x);
    }

    @Test
    void writesABroadcastThatAnotherKindOfOpReads() {
        var repeated = Node.of(new Broadcast(Shape.of(2, 2)), argument("row", 2));

        var stages = fused(Node.of(MatMul.PLAIN, repeated, y));

        assertThat(stages.getFirst().outputs()).containsExactly(repeated);
    }

    @Test
    void readsThroughReshapes() {
        var root = Node.of(Unary.SQRT, x);
        var flat = Node.of(Unary.EXP, Node.of(new Reshape(Shape.of(4)), root));

        var stages = fused(flat);

        assertThat(stages).hasSize(2);
        assertThat(stages.getFirst().outputs()).containsExactly(root);
        assertThat(stages.getLast().reads(root)).isTrue();
    }

    @Test
    void leavesTakenNodesTogether() {
        var product = Node.of(MatMul.PLAIN, x, y);
        var sum = product.plus(x);
        var relu = Node.of(Unary.RELU, sum);
        var graph = Graph.of(List.of(x, y), List.of(Node.of(Unary.EXP, relu)));

        var stages = Fuse.of(graph, List.of(List.of(product, sum, relu)));

        assertThat(stages).hasSize(2);
        assertThat(stages.getFirst().nodes()).containsExactly(product, sum, relu);
        assertThat(stages.getFirst().outputs()).containsExactly(relu);
    }

    @Test
    void canLeaveEveryNodeAlone() {
        var graph = Graph.of(List.of(x, y), List.of(x.times(y).plus(x)));

        assertThat(Fuse.none(graph)).hasSize(2);
    }
}
