package hebb.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `transfer-learning`: MobileNet's weights come from the tests of the zoo.
class LearnedBeforeTest {
    private static final String WEIGHTS = "mobilenet_2_5_224_tf.h5";
    private static final String CIFAR = "cifar-10-batches-bin";

    @TempDir private Path folder;

    private String transferLearning() throws IOException {
        var weights =
                Path.of("..", "zoo", "src", "test", "resources", "hebb", "zoo").resolve(WEIGHTS);
        Files.createDirectories(folder.resolve("mobilenet"));
        var _ = Files.copy(weights, folder.resolve("mobilenet").resolve(WEIGHTS));
        return Hebb.run(Map.of("HEBB_DATASETS", folder.toString()), "transfer-learning", "--quick");
    }

    private static double accuracy(String output, String of) {
        var line = Pattern.compile(of + " +loss=\\S+ accuracy=(\\S+)").matcher(output);
        assertThat(line.find()).as(output).isTrue();
        return Double.parseDouble(line.group(1));
    }

    /// Cats and dogs of one colour each: all of it runs.
    @Test
    void runsOnImagesInTheFormatOfCifar() throws IOException {
        var _ = new SmallDataSets(folder).withCifar10(40);
        var output = transferLearning();
        for (var what : new String[] {"raw pixels", "frozen base", "fine-tuned"}) {
            assertThat(accuracy(output, what)).isBetween(0.0, 1.0);
        }
    }

    @Test
    void whatWasLearnedBeforeHelpsWithCatsAndDogs() throws IOException {
        var cifar =
                Stream.of(
                                System.getenv("HEBB_DATASETS"),
                                System.getProperty("user.home") + "/.hebb/datasets")
                        .filter(f -> f != null)
                        .map(f -> Path.of(f, CIFAR))
                        .filter(Files::exists)
                        .findFirst();
        assumeTrue(cifar.isPresent(), "CIFAR-10 is not on this machine");
        var _ = Files.createSymbolicLink(folder.resolve(CIFAR), cifar.get().toAbsolutePath());
        var output = transferLearning();
        assertThat(accuracy(output, "frozen base"))
                .isGreaterThan(accuracy(output, "raw pixels") + 0.05);
    }
}
