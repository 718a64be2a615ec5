package hebb.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.tensor.Tensor;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ImageNetTest {
    @Test
    void theClassesAreThoseThatKerasDownloads() throws IOException, NoSuchAlgorithmException {
        try (var file = ImageNet.class.getResourceAsStream("imagenet_class_index.json")) {
            var bytes = Objects.requireNonNull(file).readAllBytes();
            var sum = MessageDigest.getInstance("MD5").digest(bytes);
            assertThat(HexFormat.of().formatHex(sum)).isEqualTo("c2c37ea517e94d9795004a39431a14cb");
        }
    }

    @Test
    void theLikeliestClassesComeFirst() {
        var scores = new float[2000];
        Arrays.fill(scores, 0.0001f);
        scores[0] = 0.125f;
        scores[999] = 0.25f;
        scores[1000 + 386] = 0.5f;
        var decoded = ImageNet.decodePredictions(Tensor.of(scores).reshape(2, 1000), 2);
        assertThat(decoded.getFirst())
                .containsExactly(
                        new ImageNet.Guess("n15075141", "toilet_tissue", 0.25),
                        new ImageNet.Guess("n01440764", "tench", 0.125));
        assertThat(decoded.getLast().getFirst()).hasToString("African_elephant 0.50");
        assertThat(ImageNet.decodePredictions(Tensor.of(scores).reshape(2, 1000)).getFirst())
                .hasSize(5);
    }

    @Test
    void predictionsOfOtherClassesAreAnError() {
        assertThatThrownBy(() -> ImageNet.decodePredictions(Tensor.zeros(3, 10)))
                .hasMessage(
                        """
                        ImageNet.decodePredictions: these are no predictions of its classes
                          received: (3, 10)      expected: (images, 1000)\
                        """);
    }
}
