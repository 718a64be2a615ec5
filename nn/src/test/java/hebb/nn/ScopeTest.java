package hebb.nn;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.initializers.Initializer;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Dropout;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private final Weights weights = Weights.of(1);
    private final Scope s = Scope.of(weights, Pass.inference());

    @Test
    void aWeightIsMadeOnceAndFoundAgain() {
        var first = s.weight("w", Shape.of(2, 2), Initializer.glorotUniform());
        var again = s.weight("w", Shape.of(2, 2), Initializer.zeros());
        assertThat(again.toFloats()).isEqualTo(first.toFloats());
        assertThat(weights.trainable()).hasSize(1);
    }

    @Test
    void aStateIsUpdatedAndNotTrained() {
        var count = s.state("count", new Spec(Shape.of(), DType.INT64), Initializer.zeros());
        s.update("count", count.add(2));
        assertThat(weights.value("count").item()).isEqualTo(2);
        assertThat(weights.trainable()).isEmpty();
    }

    @Test
    void onlyWhatWasAskedForCanBeUpdated() {
        Wrong.says(
                """
                Scope: there is no state 'count' to update
                  fix: ask for it first: s.state("count", shape, Initializer.zeros())
                """,
                () -> s.update("count", Tensor.ones()));
    }

    @Test
    void aChangedShapeIsRefused() {
        var _ = s.weight("w", Shape.of(2, 2), Initializer.zeros());
        Wrong.says(
                """
                Scope: the shape of 'w' has changed
                  received: (3, 2)      expected: (2, 2), with which it was made
                """,
                () -> s.weight("w", Shape.of(3, 2), Initializer.zeros()));
    }

    @Test
    void partsHaveWeightsOfTheirOwn() {
        var _ = s.child("a/b").weight("w", Shape.of(), Initializer.ones());
        assertThat(s.child("a").child("b").path()).isEqualTo("a/b");
        assertThat(weights.value("a/b/w").item()).isEqualTo(1);
    }

    @Test
    void layersInsideALayerAreNamedAndShareByObject() {
        var x = Tensor.ones(1, 2);
        var dense = Dense.of(2);
        var y = s.call(dense, x);
        assertThat(s.call(dense, x).toFloats()).isEqualTo(y.toFloats());
        var _ = s.call(Dense.of(2), x);
        var _ = s.call(Dense.of(2).name("own"), x);
        assertThat(weights.all().stream().map(Weight::path).filter(p -> p.endsWith("kernel")))
                .containsExactly("dense/kernel", "dense_1/kernel", "own/kernel");
    }

    @Test
    void twoLayersOfOneNameAreRefused() {
        var x = Tensor.ones(1, 2);
        var _ = s.call(Dense.of(2).name("own"), x);
        Wrong.says(
                """
                Scope: two layers have the name 'own'
                  expected: one name a layer; the same layer object may be called twice
                """,
                () -> s.call(Dense.of(2).name("own"), x));
    }

    @Test
    void masksFollowTheirTensors() {
        var x = Tensor.ones(1, 2);
        var mask = Tensor.of(true);
        s.mask(x, mask);
        assertThat(s.mask(x)).contains(mask);
        assertThat(s.mask(s.call(Dropout.of(0.5), x))).contains(mask);
        assertThat(s.mask(Tensor.ones(1, 2))).isEmpty();
    }

    @Test
    void everyUseDrawsOtherRandomNumbers() {
        var training = Scope.of(weights, Pass.training(3, 5));
        var spec = Spec.of(4);
        var first = training.child("drop").random("mask").uniform(spec).toFloats();
        var second = training.child("drop").random("mask").uniform(spec).toFloats();
        assertThat(second).isNotEqualTo(first);
        var again = Scope.of(weights, Pass.training(3, 5)).child("drop").random("mask");
        assertThat(again.uniform(spec).toFloats()).isEqualTo(first);
        var nextStep = Scope.of(weights, Pass.training(3, 6)).child("drop").random("mask");
        assertThat(nextStep.uniform(spec).toFloats()).isNotEqualTo(first);
    }
}
