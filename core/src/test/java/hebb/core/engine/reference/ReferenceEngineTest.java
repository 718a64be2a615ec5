package hebb.core.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.engine.Engines;
import hebb.core.engine.Workspace;
import hebb.core.op.Argument;
import hebb.core.op.Graph;
import hebb.core.op.MatMul;
import hebb.core.op.Node;
import hebb.core.shape.Spec;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceEngineTest {
    @Test
    void isFoundByName() {
        assertThat(Engines.named("reference")).isInstanceOf(ReferenceEngine.class);
    }

    @Test
    void multipliesMatrices() {
        var a = Node.of(new Argument("a", Spec.of(2, 3)));
        var b = Node.of(new Argument("b", Spec.of(3, 2)));
        var product = new float[4];
        new ReferenceEngine()
                .lower(Graph.of(List.of(a, b), List.of(Node.of(MatMul.PLAIN, a, b))))
                .run(
                        new Object[] {
                            new float[] {1, 2, 3, 4, 5, 6}, new float[] {1, 0, 0, 1, 1, 1}
                        },
                        new Object[] {product},
                        new Workspace());
        assertThat(product).containsExactly(4, 5, 10, 11);
    }

    @Test
    void computesAllResultsBeforeItWritesAny() {
        var a = Node.of(new Argument("a", Spec.of(2)));
        var b = Node.of(new Argument("b", Spec.of(2)));
        var left = new float[] {1, 2};
        var right = new float[] {3, 4};
        new ReferenceEngine()
                .lower(new Graph(List.of(a, b), List.of(b, a), List.of(0, 1)))
                .run(new Object[] {left, right}, new Object[] {left, right}, new Workspace());
        assertThat(left).containsExactly(3, 4);
        assertThat(right).containsExactly(1, 2);
    }
}
