package hebb.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.data.Batch;
import hebb.data.Dataset;
import hebb.datasets.Mnist;
import org.junit.jupiter.api.Test;

class MnistTest {
    private final Mnist mnist = Mnist.load();

    @Test
    void isAsPublished() {
        assertThat(mnist.train().size()).hasValue(60_000);
        assertThat(mnist.test().size()).hasValue(10_000);
        for (var part : new Dataset[] {mnist.train(), mnist.test()}) {
            assertThat(part.xSpecs()).hasToString("[uint8(None, 28, 28)]");
            assertThat(part.ySpecs()).hasToString("[uint8(None,)]");
        }
    }

    @Test
    void beginsWithAFiveAndASeven() {
        assertThat(digits(mnist.train().take(10).all()))
                .containsExactly(5, 0, 4, 1, 9, 2, 1, 3, 1, 4);
        assertThat(digits(mnist.test().take(1).all())).containsExactly(7);
        var five = mnist.train().take(1).all().x();
        assertThat(five.spec()).isEqualTo(new Spec(Shape.of(1, 28, 28), DType.UINT8));
        assertThat(five.at(0, 5, 12)).isEqualTo(3);
        assertThat(five.at(0, 5, 21)).isEqualTo(255);
    }

    @Test
    void holdsAsManyOfEachDigitAsKerasCounts() {
        assertThat(count(mnist.train()))
                .containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
        assertThat(count(mnist.test()))
                .containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
    }

    private static byte[] digits(Batch batch) {
        return (byte[]) batch.y().toArray();
    }

    private static int[] count(Dataset digits) {
        var counts = new int[10];
        for (var batch : digits.batch(1000)) {
            for (byte digit : digits(batch)) {
                counts[digit]++;
            }
        }
        return counts;
    }
}
