package hebb.core.plan;

import static hebb.core.plan.Graphs.argument;
import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.op.Graph;
import hebb.core.op.MatMul;
import hebb.core.op.Node;
import hebb.core.op.Unary;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {
    private final Node w = argument("w", 2, 2);
    private final Node x = argument("x", 2, 2);

    private static Order ordered(Graph graph) {
        var separated = Order.separated(graph);
        return Order.of(separated, Fuse.of(separated, List.of()));
    }

    private static int position(Order order, Node node) {
        for (int i = 0; i < order.stages().size(); i++) {
            if (order.stages().get(i).nodes().contains(node)) {
                return i;
            }
        }
        throw new AssertionError(node + " is not in\n" + order);
    }

    @Test
    void overwritesBehindTheLastRead() {
        var updated = w.minus(x);
        var read = Node.of(MatMul.PLAIN, w, x);
        var graph = new Graph(List.of(w, x), List.of(updated, read), List.of(0, Graph.NEW));

        var order = ordered(graph);

        assertThat(position(order, updated)).isGreaterThan(position(order, read));
        assertThat(order.graph().results()).containsExactly(updated, read);
    }

    @Test
    void updatesAWeightRightBehindItsGradient() {
        var v = argument("v", 2, 2);
        var dw = Node.of(MatMul.PLAIN, x, x);
        var dv = Node.of(new MatMul(true, false), x, x);
        var newW = w.minus(dw);
        var newV = v.minus(dv);
        var graph = new Graph(List.of(w, v, x), List.of(newW, newV), List.of(0, 1));

        var order = ordered(graph);

        assertThat(position(order, newW)).isEqualTo(position(order, dw) + 1);
        assertThat(position(order, newV)).isEqualTo(position(order, dv) + 1);
    }

    @Test
    void keepsAValueAsideThatNeedsWhatItOverwrites() {
        // the sum needs both the old w and the new one, in a kernel that is not pointwise
        var updated = Node.of(Unary.EXP, w);
        var both = Node.of(MatMul.PLAIN, updated, w);
        var graph = new Graph(List.of(w), List.of(updated, both), List.of(0, Graph.NEW));

        var order = ordered(graph);

        var last = order.stages().getLast();
        assertThat(order.graph().results().getFirst()).isSameAs(last.outputs().getFirst());
        assertThat(last.reads(updated)).isTrue();
    }

    @Test
    void neverLetsAProductOverwriteItsOperand() {
        var product = Node.of(MatMul.PLAIN, w, x);

        var order = ordered(new Graph(List.of(w, x), List.of(product), List.of(0)));

        assertThat(order.stages()).hasSize(2);
        assertThat(order.stages().getLast().reads(product)).isTrue();
    }

    @Test
    void swapsTwoVariables() {
        var graph = new Graph(List.of(w, x), List.of(x, w), List.of(0, 1));

        var order = ordered(graph);

        // both old values are read before the first of them is overwritten
        assertThat(order.stages()).hasSize(3);
        assertThat(order.stages().get(0).reads(x)).isTrue();
        assertThat(order.stages().get(1).reads(w)).isTrue();
        assertThat(order.graph().results().get(0))
                .isSameAs(order.stages().get(2).outputs().getFirst());
    }

    @Test
    void leavesAnArgumentThatStaysAsItIs() {
        var graph = new Graph(List.of(w), List.of(w), List.of(0));

        assertThat(ordered(graph).stages()).isEmpty();
    }

    @Test
    void givesEachResultAValueOfItsOwn() {
        var sum = w.plus(x);

        var results = ordered(Graph.of(List.of(w, x), List.of(sum, sum, w))).graph().results();

        assertThat(results).doesNotHaveDuplicates().doesNotContain(w);
        assertThat(results.getFirst()).isSameAs(sum);
    }
}
