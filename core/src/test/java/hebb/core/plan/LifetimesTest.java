package hebb.core.plan;

import static hebb.core.plan.Graphs.argument;
import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.op.Graph;
import hebb.core.op.MatMul;
import hebb.core.op.Node;
import hebb.core.op.Unary;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifetimesTest {
    private final Node x = argument("x", 4, 4);
    private final Node a = Node.of(MatMul.PLAIN, x, x);

    private static Lifetimes of(Node result) {
        var graph = Graph.of(List.of(), List.of(result));
        return Lifetimes.of(Fuse.none(graph), Set.of(result));
    }

    @Test
    void lastFromTheWriteToTheLastRead() {
        var b = Node.of(MatMul.PLAIN, a, x);
        var c = Node.of(MatMul.PLAIN, b, a);

        var lifetimes = of(c);

        assertThat(lifetimes.buffer(a)).hasToString("float32[16] in steps 0 to 2");
        assertThat(lifetimes.buffer(b)).hasToString("float32[16] in steps 1 to 2");
        assertThat(lifetimes.contains(c)).isFalse();
    }

    @Test
    void aPointwiseOutputTakesOverADyingInput() {
        var b = Node.of(Unary.EXP, a);
        var c = Node.of(MatMul.PLAIN, b, x);

        var lifetimes = of(c);

        assertThat(lifetimes.buffer(b)).isSameAs(lifetimes.buffer(a));
        assertThat(lifetimes.all()).hasSize(1);
        assertThat(lifetimes.buffer(b).last()).isEqualTo(2);
    }

    @Test
    void anInputThatIsReadLaterStays() {
        var b = Node.of(Unary.EXP, a);
        var c = Node.of(MatMul.PLAIN, b, a);

        var lifetimes = of(c);

        assertThat(lifetimes.buffer(b)).isNotSameAs(lifetimes.buffer(a));
    }

    @Test
    void anInputThatTheStageReadsBehindTheOutputStays() {
        var b = Node.of(Unary.EXP, a);
        var c = b.plus(a);
        var d = Node.of(MatMul.PLAIN, b, c);
        var graph = Graph.of(List.of(), List.of(d));
        var stages = Fuse.of(graph, List.of());

        var lifetimes = Lifetimes.of(stages, Set.of(d));

        assertThat(stages.get(1).outputs()).containsExactly(b, c);
        assertThat(Lifetimes.isReadBehind(stages.get(1), b, a)).isTrue();
        assertThat(lifetimes.buffer(b)).isNotSameAs(lifetimes.buffer(a));
        assertThat(lifetimes.buffer(c)).isSameAs(lifetimes.buffer(a));
    }
}
