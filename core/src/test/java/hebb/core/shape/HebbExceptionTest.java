package hebb.core.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class HebbExceptionTest {
    @Test
    void hasOneForm() {
        assertThat(
                        HebbException.of("Dense 'fc1'", "the last axis does not match the kernel")
                                .received(Shape.of(128, 28, 28))
                                .expected("(…, 784)")
                                .fix("x.reshape(-1, 784)"))
                .hasMessage(
                        """
                        Dense 'fc1': the last axis does not match the kernel
                          received: (128, 28, 28)      expected: (…, 784)
                          fix: x.reshape(-1, 784)\
                        """);
    }

    @Test
    void leavesOutWhatIsNotSaid() {
        assertThat(HebbException.of("Dense", "wrong")).hasMessage("Dense: wrong");
        assertThat(HebbException.of("Dense", "wrong").received(3))
                .hasMessage("Dense: wrong\n  received: 3");
        assertThat(HebbException.of("Dense", "wrong").expected(4))
                .hasMessage("Dense: wrong\n  expected: 4");
        assertThat(HebbException.of("Dense", "wrong").fix("do"))
                .hasMessage("Dense: wrong\n  fix: do");
    }

    @Test
    void namesTheLargerThingFirst() {
        var mistake = HebbException.of("matmul", "wrong").received(3);
        assertThat(mistake.within("Dense 'fc1'").within("'mnist_mlp'"))
                .isSameAs(mistake)
                .hasMessage("'mnist_mlp', Dense 'fc1', matmul: wrong\n  received: 3");
        assertThat(mistake.what()).isEqualTo("wrong");
    }

    @Test
    void keepsTheCause() {
        var cause = new IOException("disk");
        assertThat(HebbException.of("x", "y").cause(cause)).hasCause(cause);
    }
}
