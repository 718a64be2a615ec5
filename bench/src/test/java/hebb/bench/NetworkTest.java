package hebb.bench;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.HebbException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {
    @Test
    void anUnknownNameListsWhatThereIs() {
        assertThatThrownBy(() -> Network.named(List.of("mnist-cnn", "mnist")))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        """
                        hebb bench: there is no network 'mnist'
                          received: mnist      expected: one of mnist-mlp, mnist-cnn, cifar10-cnn, cifar10-cnn-deep, cifar10-ann, imdb-rnn, imdb-lstm
                          fix: hebb bench mnist-cnn, or no name for all\
                        """);
    }
}
