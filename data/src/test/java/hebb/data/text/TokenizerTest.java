package hebb.data.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebb.core.shape.DType;
import hebb.data.text.Tokenizer.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Against what Keras's legacy tokenizer gives for the same texts.
class TokenizerTest {
    private static final List<String> TEXTS =
            List.of("The cat sat on the mat.", "The dog, the dog\tand the log!", "Été à la plage");

    private static Tokenizer fitted(TokenizerOptions options) {
        var tokenizer = Tokenizer.of(options);
        tokenizer.fitOnTexts(TEXTS);
        return tokenizer;
    }

    private static Tokenizer all() {
        return fitted(TokenizerOptions.of());
    }

    private static Tokenizer few() {
        return fitted(TokenizerOptions.of().numWords(4).oovToken("<OOV>"));
    }

    @Test
    void commonWordsHaveSmallNumbers() {
        assertThat(all().wordIndex().keySet())
                .containsExactly(
                        "the", "dog", "cat", "sat", "on", "mat", "and", "log", "été", "à", "la",
                        "plage");
        assertThat(all().wordIndex()).containsEntry("the", 1).containsEntry("plage", 12);
        assertThat(all().wordCounts()).containsEntry("the", 5).containsEntry("dog", 2);
        assertThat(all().wordDocs()).containsEntry("the", 2).containsEntry("dog", 1);
        assertThat(all().documentCount()).isEqualTo(3);
    }

    @Test
    void unknownWordsAreLeftOut() {
        assertThat(all().textsToSequences(TEXTS))
                .containsExactly(
                        List.of(1, 3, 4, 5, 1, 6),
                        List.of(1, 2, 1, 2, 7, 1, 8),
                        List.of(9, 10, 11, 12));
        assertThat(all().textsToSequences("a cat and a yak")).containsExactly(List.of(3, 7));
    }

    @Test
    void orHaveAWordOfTheirOwn() {
        assertThat(few().textsToSequences("the dog and a yak"))
                .containsExactly(List.of(2, 3, 1, 1, 1));
        assertThat(few().sequencesToTexts(List.of(List.of(2, 3, 1, 1, 1), List.of(1, 2, 9, 77))))
                .containsExactly("the dog <OOV> <OOV> <OOV>", "<OOV> the <OOV> <OOV>");
    }

    @Test
    void rowsHoldWhatTheModeSays() {
        var texts = TEXTS.subList(0, 2);
        assertThat(few().textsToMatrix(texts, Mode.BINARY).toDoubles())
                .containsExactly(0, 1, 1, 0, 0, 1, 1, 1);
        assertThat(few().textsToMatrix(texts, Mode.COUNT).toDoubles())
                .containsExactly(0, 4, 2, 0, 0, 2, 3, 2);
        assertThat(few().textsToMatrix(texts, Mode.FREQ).toDoubles())
                .containsExactly(
                        new double[] {0, 4 / 6.0, 2 / 6.0, 0, 0, 2 / 7.0, 3 / 7.0, 2 / 7.0},
                        within(1e-15));
        assertThat(few().textsToMatrix(texts, Mode.TFIDF).toDoubles())
                .containsExactly(
                        new double[] {
                            0,
                            3.3081064167926963,
                            1.1736001944781467,
                            0,
                            0,
                            2.3472003889562933,
                            1.4546471909787544,
                            1.5514150692459345
                        },
                        within(1e-12));
        assertThat(few().textsToMatrix(texts, Mode.COUNT).dtype()).isEqualTo(DType.FLOAT64);
    }

    @Test
    void charactersCanBeWords() {
        var tokenizer = Tokenizer.of(TokenizerOptions.of().charLevel(true));
        tokenizer.fitOnTexts("Abc ab");
        assertThat(tokenizer.wordIndex().keySet()).containsExactly("a", "b", "c", " ");
        assertThat(tokenizer.textsToSequences("cab")).containsExactly(List.of(3, 1, 2));
    }

    @Test
    void kerasReadsTheJsonAndViceVersa() {
        var written =
                """
                {"class_name": "Tokenizer", "config": {"num_words": null, "filters": \
                "!\\"#$%&()*+,-./:;<=>?@[\\\\]^_`{|}~\\t\\n", "lower": true, "split": " ", \
                "char_level": false, "oov_token": null, "document_count": 1, "word_counts": \
                "{\\"un\\": 1, \\"\\\\u00e9t\\\\u00e9\\": 2}", "word_docs": "{\\"un\\": 1, \
                \\"\\\\u00e9t\\\\u00e9\\": 1}", "index_docs": "{\\"2\\": 1, \\"1\\": 1}", \
                "index_word": "{\\"1\\": \\"\\\\u00e9t\\\\u00e9\\", \\"2\\": \\"un\\"}", \
                "word_index": "{\\"\\\\u00e9t\\\\u00e9\\": 1, \\"un\\": 2}"}}\
                """;
        var tokenizer = Tokenizer.of();
        tokenizer.fitOnTexts("un été, été");
        assertThat(tokenizer.toJson()).isEqualTo(written);
        var read = Tokenizer.fromJson(written);
        assertThat(read.toJson()).isEqualTo(written);
        assertThat(read.textsToSequences("été un")).containsExactly(List.of(1, 2));
        var some = Tokenizer.fromJson(few().toJson());
        assertThat(some.toJson()).isEqualTo(few().toJson());
    }

    @Test
    void damagedJsonIsAnError() {
        assertThatThrownBy(() -> Tokenizer.fromJson("{\"config\": {"))
                .hasMessage("JSON, character 12: it ends too early");
        assertThatThrownBy(() -> Tokenizer.fromJson("[".repeat(100_000)))
                .hasMessage("JSON, character 65: it is nested too deep");
        assertThatThrownBy(() -> Tokenizer.fromJson("{\"config\": 3}"))
                .hasMessage(
                        """
                        JSON: a value has another type
                          received: 3.0      expected: an object\
                        """);
        assertThatThrownBy(() -> Tokenizer.fromJson("{} x"))
                .hasMessage("JSON, character 3: there is more behind the end");
    }

    @Test
    void nothingLearnedIsAnError() {
        assertThatThrownBy(() -> Tokenizer.of().textsToMatrix(TEXTS, Mode.COUNT))
                .hasMessage(
                        """
                        Tokenizer: the number of words is not known
                          fix: tokenizer.fitOnTexts(texts), or Tokenizer.of(numWords)\
                        """);
        assertThatThrownBy(() -> Tokenizer.of(5).textsToMatrix(TEXTS, Mode.TFIDF))
                .hasMessage(
                        """
                        Tokenizer: the words of no text were counted for tfidf
                          fix: tokenizer.fitOnTexts(texts) before\
                        """);
        assertThatThrownBy(() -> Tokenizer.of(0))
                .hasMessage(
                        """
                        Tokenizer: num_words is not positive
                          received: 0      expected: 1 or more\
                        """);
    }
}
