package hebb.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.HebbException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Large Movie Review Dataset as its publisher lays it out.
class ImdbTextTest {
    @TempDir private Path folder = Path.of("");

    private Imdb load(WordOptions options) {
        var shelves = new Shelves(List.of(folder), List.of(), Downloads.standard());
        return Imdb.load(options, shelves);
    }

    private void put(String file, String text) throws IOException {
        var path = folder.resolve("aclImdb").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void put() throws IOException {
        put("train/neg/0_1.txt", "A bad, BAD film.<br /><br />Don't!");
        put("train/pos/0_9.txt", "A good film");
        put("train/unsup/0_0.txt", "not to be read");
        put("test/neg/0_2.txt", "a terrible film");
        put("test/pos/0_8.txt", "good");
    }

    @Test
    void numbersWordsByHowOftenTheyOccurInTheTrainingPart() throws IOException {
        put();
        var imdb = load(WordOptions.of().numWords(100));
        assertThat(imdb.wordIndex().keySet())
                .containsExactly("a", "bad", "film", "br", "don't", "good");
        assertThat(imdb.wordIndex().values()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void leavesOutWordsThatOnlyTheTestPartHas() throws IOException {
        put();
        var imdb = load(WordOptions.of().numWords(100));
        var labels = imdb.test().y().toInts();
        for (int i = 0; i < 2; i++) {
            assertThat(imdb.text(imdb.test().x().get(i)))
                    .isEqualTo(labels[i] == 0 ? "[START] a film" : "[START] good");
        }
        assertThat(imdb.train().x()).contains(List.of(1, 4, 5, 5, 6, 7, 7, 8));
    }

    @Test
    void saysWhichFolderIsMissing() throws IOException {
        put("train/neg/0_1.txt", "bad");
        var missing = folder.resolve("aclImdb/train/pos");
        assertThatThrownBy(() -> load(WordOptions.of()))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        missing
                                + ": the folder of reviews is missing\n"
                                + "  expected: aclImdb/{train,test}/{neg,pos}/*.txt, as published\n"
                                + "  fix: unpack aclImdb_v1.tar.gz anew");
    }

    @Test
    void shakespeareIsItsText() throws IOException {
        Files.writeString(folder.resolve("tinyshakespeare.txt"), "First Citizen:\n");
        var shelves = new Shelves(List.of(folder), List.of(), Downloads.standard());
        assertThat(Shakespeare.load(shelves)).isEqualTo("First Citizen:\n");
    }
}
