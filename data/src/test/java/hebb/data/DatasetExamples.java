package hebb.data;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.data.image.Images;
import org.junit.jupiter.api.Test;

class DatasetExamples {
    private int steps;

    private void step(Tensor x, Tensor y) {
        assertThat(x.spec()).isEqualTo(Spec.of(y.dim(0), 28, 28, 1));
        steps++;
    }

    @Test
    void epochs() {
        var images = Tensor.zeros(new Spec(Shape.of(100, 28, 28), DType.UINT8));
        var labels = Tensor.arange(100);
        // @start region="epochs"
        var parts = Dataset.of(images, labels).map(Images::scaled).shuffle(1).split(0.9);
        var train = parts.first().shuffle(2).batch(30).prefetch(2);
        for (int epoch = 0; epoch < 5; epoch++) {
            for (var batch : train.epoch(epoch)) {
                step(batch.x(), batch.y());
            }
        }
        // @end
        assertThat(steps).isEqualTo(15);
    }
}
