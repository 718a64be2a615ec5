package hebb.core.op;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.shape.Spec;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopologyTest {
    private final Node a = Node.of(new Argument("a", Spec.of(1)));
    private final Node b = Node.of(new Argument("b", Spec.of(1)));

    @Test
    void putsEachNodeBehindItsInputs() {
        var sum = a.plus(b);
        var product = sum.times(a);
        assertThat(Topology.of(List.of(product))).containsExactly(a, b, sum, product);
    }

    @Test
    void countsEachNodeOnce() {
        var square = a.times(a);
        var fourth = square.times(square);
        assertThat(Topology.of(List.of(fourth, square, fourth))).containsExactly(a, square, fourth);
    }

    @Test
    void followsTheOrderOfTheResults() {
        assertThat(Topology.of(List.of(b, a))).containsExactly(b, a);
        assertThat(Topology.of(List.of())).isEmpty();
    }

    @Test
    void goesAsDeepAsItMust() {
        var deep = a;
        for (int i = 0; i < 100_000; i++) {
            deep = deep.plus(a);
        }
        assertThat(Topology.of(List.of(deep))).hasSize(100_001).endsWith(deep);
    }
}
