package hebb.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.shape.HebbException;
import hebb.data.Batch;
import hebb.data.Dataset;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What Keras's loaders returned for the files in `keras`, which `keras_datasets.py` made.
class KerasDatasetsTest {
    private static final Path FILES = files();
    private static final Shelves SHELVES = shelves(FILES);

    @TempDir private Path folder = Path.of("");

    private static Path files() {
        try {
            return Path.of(
                    Objects.requireNonNull(KerasDatasetsTest.class.getResource("keras")).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Shelves shelves(Path folder) {
        return new Shelves(List.of(folder), List.of(), Downloads.standard());
    }

    private static List<String> expected(String name) throws IOException {
        return Files.readAllLines(FILES.resolve(name + ".txt"));
    }

    private static List<String> lines(NumberedTexts train, NumberedTexts test) {
        var lines = new ArrayList<String>();
        addTo(lines, "train", train);
        addTo(lines, "test", test);
        return lines;
    }

    private static void addTo(List<String> lines, String part, NumberedTexts texts) {
        var labels = texts.y().toInts();
        for (int i = 0; i < texts.size(); i++) {
            var numbers = texts.x().get(i).stream().map(String::valueOf);
            lines.add(
                    (part + " " + labels[i] + " " + numbers.collect(Collectors.joining(" ")))
                            .strip());
        }
    }

    private static List<String> lines(Imdb imdb) {
        return lines(imdb.train(), imdb.test());
    }

    @ParameterizedTest
    @ValueSource(strings = {"imdb", "imdb_protocol2", "imdb_protocol4", "imdb_protocol5"})
    void imdbIsKerass(String file) throws IOException {
        Files.copy(FILES.resolve(file + ".npz"), folder.resolve("imdb.npz"));
        assertThat(lines(Imdb.load(WordOptions.of(), shelves(folder)))).isEqualTo(expected("imdb"));
    }

    @Test
    void imdbIsKerassWithOptions() throws IOException {
        var some = WordOptions.of().numWords(20).skipTop(5).maxlen(8).seed(7);
        assertThat(lines(Imdb.load(some, SHELVES))).isEqualTo(expected("imdb_options"));
        var none = WordOptions.of().numWords(20).noStartChar().noOovChar().indexFrom(0);
        assertThat(lines(Imdb.load(none, SHELVES))).isEqualTo(expected("imdb_without"));
    }

    @Test
    void imdbNamesItsWords() {
        var imdb = Imdb.load(WordOptions.of().numWords(7), SHELVES);
        assertThat(imdb.wordIndex()).containsEntry("movie", 2).containsEntry("déjà", 3);
        assertThat(imdb.text(List.of(1, 4, 5, 2, 9))).isEqualTo("[START] the movie [OOV] ?");
    }

    @Test
    void imdbCanLeaveNothing() {
        Assertions.assertThatThrownBy(() -> Imdb.load(WordOptions.of().maxlen(1), SHELVES))
                .isInstanceOf(HebbException.class)
                .hasMessage("Imdb: no review is shorter than maxlen\n  fix: a larger maxlen");
    }

    @Test
    void textsArePaddedToRows() {
        var train = Imdb.load(WordOptions.of(), SHELVES).train();
        var batch = train.padded(5).all();
        assertThat(batch.x().spec()).hasToString("int32(12, 5)");
        assertThat(batch.y().spec()).hasToString("int64(12,)");
        assertThat(Arrays.copyOfRange(batch.x().toInts(), 0, 10))
                .containsExactly(21, 5, 12, 128, 4, 4, 5, 4, 2909, 6);
    }

    @Test
    void reutersIsKerass() throws IOException {
        var all = Reuters.load(WordOptions.of(), 0.2, SHELVES);
        assertThat(lines(all.train(), all.test())).isEqualTo(expected("reuters"));
        var half = Reuters.load(WordOptions.of().numWords(12).seed(3), 0.5, SHELVES);
        assertThat(lines(half.train(), half.test())).isEqualTo(expected("reuters_split"));
        assertThat(Reuters.TOPICS).hasSize(46).startsWith("cocoa").endsWith("lead");
    }

    private static List<String> numbers(Dataset train, Dataset test) {
        var lines = new ArrayList<String>();
        addTo(lines, "train", train.all());
        addTo(lines, "test", test.all());
        return lines;
    }

    private static void addTo(List<String> lines, String part, Batch batch) {
        int width = batch.x().dim(1);
        var x = batch.x().toDoubles();
        var y = batch.y().toDoubles();
        for (int i = 0; i < y.length; i++) {
            var row = Arrays.stream(x, i * width, (i + 1) * width).mapToObj(String::valueOf);
            lines.add(part + " " + y[i] + " " + row.collect(Collectors.joining(" ")));
        }
    }

    /// Java and Python print the same number with other digits at times.
    private static void assertSame(List<String> lines, List<String> expected) {
        assertThat(lines).hasSameSizeAs(expected);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(values(lines.get(i))).isEqualTo(values(expected.get(i)));
        }
    }

    private static List<Object> values(String line) {
        return Arrays.stream(line.split(" "))
                .<Object>map(w -> w.startsWith("t") ? w : Double.valueOf(w))
                .toList();
    }

    @Test
    void bostonIsKerass() throws IOException {
        var all = BostonHousing.load(TestSplit.of(), SHELVES);
        assertSame(numbers(all.train(), all.test()), expected("boston"));
        var split = BostonHousing.load(TestSplit.of(0.35).seed(5), SHELVES);
        assertSame(numbers(split.train(), split.test()), expected("boston_split"));
    }

    @Test
    void californiaIsKerass() throws IOException {
        var all = CaliforniaHousing.load(CaliforniaHousing.Version.LARGE, TestSplit.of(), SHELVES);
        assertSame(numbers(all.train(), all.test()), expected("california"));
        assertThat(all.train().xSpecs()).hasToString("[float32(None, 8)]");
    }

    @Test
    void aPartToTestWithIsNotTheWhole() {
        Assertions.assertThatThrownBy(() -> TestSplit.of(1))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        "TestSplit.of: that is no part to test with\n"
                                + "  received: 1.0      expected: from 0 to below 1");
        Assertions.assertThatThrownBy(() -> Reuters.load(WordOptions.of(), -0.5))
                .hasMessage(
                        "Reuters.load: that is no part to test with\n"
                                + "  received: -0.5      expected: from 0 to below 1");
    }

    @Test
    void optionsOfWordsAreCheckedAtOnce() {
        var options = WordOptions.of();
        refuses(() -> options.numWords(0), "numWords is too small", 0, 1);
        refuses(() -> options.skipTop(-1), "skipTop is too small", -1, 0);
        refuses(() -> options.maxlen(0), "maxlen is too small", 0, 1);
        refuses(() -> options.indexFrom(-2), "indexFrom is too small", -2, 0);
    }

    private static void refuses(ThrowingCallable call, String what, int received, int least) {
        Assertions.assertThatThrownBy(call)
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        "WordOptions: %s\n  received: %d      expected: %d or more",
                        what, received, least);
    }
}
