package hebb.data.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebb.core.shape.DType;
import hebb.data.text.Sequences.Side;
import hebb.data.text.SkipGrams.Pair;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rows of sequences, cut words and pairs of words, as in Keras.
class SequencesTest {
    private static final List<List<Integer>> SEQUENCES =
            List.of(List.of(1), List.of(2, 3), List.of(4, 5, 6), List.of());

    @Test
    void zerosStandInFront() {
        assertThat(Sequences.padding().of(SEQUENCES).toInts())
                .containsExactly(0, 0, 1, 0, 2, 3, 4, 5, 6, 0, 0, 0);
        assertThat(Sequences.pad(SEQUENCES, 2).toInts()).containsExactly(0, 1, 2, 3, 5, 6, 0, 0);
        assertThat(Sequences.pad(SEQUENCES, 2).dtype()).isEqualTo(DType.INT32);
    }

    @Test
    void orBehind() {
        var padded =
                Sequences.padding()
                        .maxlen(2)
                        .padding(Side.POST)
                        .truncating(Side.POST)
                        .value(-1)
                        .dtype(DType.FLOAT32)
                        .of(SEQUENCES);
        assertThat(padded.toFloats()).containsExactly(1, -1, 2, 3, 4, 5, -1, -1);
        assertThat(padded.dtype()).isEqualTo(DType.FLOAT32);
        assertThatThrownBy(() -> Sequences.padding().maxlen(0))
                .hasMessage(
                        """
                        Sequences: maxlen is not positive
                          received: 0      expected: 1 or more\
                        """);
    }

    @Test
    void textsAreCutIntoWords() {
        assertThat(WordSplitter.of().words("Don't stop: a  b.\n"))
                .containsExactly("don't", "stop", "a", "b");
        assertThat(WordSplitter.of().filters("-").lower(false).split("_").words("A-b c"))
                .containsExactly("A", "b c");
        assertThat(WordSplitter.of().hashed("The cat sat", 50)).containsExactly(43, 32, 29);
        assertThat(WordSplitter.of().hashed("a bc", 3, String::length)).containsExactly(2, 1);
        assertThatThrownBy(() -> WordSplitter.of().hashed("a", 1))
                .hasMessage(
                        """
                        WordSplitter.hashed: n is too small
                          received: 1      expected: 2 or more\
                        """);
    }

    @Test
    void neighboursArePaired() {
        var pairs =
                SkipGrams.of(10)
                        .windowSize(1)
                        .negativeSamples(0)
                        .shuffle(false)
                        .of(List.of(1, 2, 0, 3, 4));
        assertThat(pairs)
                .containsExactly(
                        new Pair(1, 2, true),
                        new Pair(2, 1, true),
                        new Pair(3, 4, true),
                        new Pair(4, 3, true));
    }

    @Test
    void randomPairsAreAdded() {
        var grams = SkipGrams.of(5).windowSize(2).negativeSamples(0.5).seed(3);
        var pairs = grams.of(List.of(1, 2, 3, 4));
        assertThat(pairs).hasSize(15).isEqualTo(grams.of(List.of(1, 2, 3, 4)));
        assertThat(pairs.stream().filter(p -> !p.near()))
                .hasSize(5)
                .allMatch(p -> p.other() >= 1 && p.other() < 5);
        assertThat(SkipGrams.of(5).samplingTable(0, 0, 0, 0, 0).of(List.of(1, 2, 3))).isEmpty();
    }

    @Test
    void commonWordsAreSampledLess() {
        assertThat(SkipGrams.samplingTable(6, 1e-3))
                .containsExactly(
                        new double[] {
                            0.03152247875194251,
                            0.03152247875194251,
                            0.054759726939176974,
                            0.07415564097374219,
                            0.09128167456366162,
                            0.10684345040995183
                        },
                        within(1e-15));
    }

    @Test
    void stringsHaveAShape() {
        var rows = Strings.of(new String[][] {{"a", "b"}, {"c", "d"}});
        assertThat(rows.rows()).containsExactly(List.of("a", "b"), List.of("c", "d"));
        assertThat(rows.map(String::toUpperCase).reshape(4).values())
                .containsExactly("A", "B", "C", "D");
        assertThatThrownBy(() -> Strings.of("a").reshape(2))
                .hasMessage(
                        """
                        Strings: there are not as many texts as the shape holds
                          received: 1      expected: (2,)\
                        """);
        assertThatThrownBy(() -> Strings.of(new String[][] {{"a"}, {}}))
                .hasMessage(
                        """
                        Strings: the rows differ in length
                          received: 0      expected: 1\
                        """);
    }
}
