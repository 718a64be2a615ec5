package hebb.core.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest
    @CsvSource({"'',abc,3", "kitten,sitting,3", "abc,abc,0", "abcd,abdc,1", "ca,abc,3"})
    void countsEdits(String a, String b, int edits) {
        assertThat(Nearest.edits(a, b)).isEqualTo(edits);
        assertThat(Nearest.edits(b, a)).isEqualTo(edits);
    }

    @Test
    void nearestComesFirst() {
        assertThat(Nearest.to("mnist-mnn", List.of("mnist-mlp", "mnist-cnn", "xor-by-hand")))
                .containsExactly("mnist-cnn", "mnist-mlp");
    }

    @Test
    void aPartOfANameFindsIt() {
        assertThat(Nearest.to("xor", List.of("mnist-mlp", "xor-by-hand")))
                .containsExactly("xor-by-hand");
    }

    @Test
    void nothingIsNearToNonsense() {
        assertThat(Nearest.to("zzzzzz", List.of("mnist-mlp", "xor-by-hand"))).isEmpty();
    }

    @Test
    void ofManyNamesTheFirstAreListed() {
        assertThat(Nearest.oneOf(List.of("sgd", "adam"))).isEqualTo("one of sgd, adam");
        var many = IntStream.range(0, 30).mapToObj(i -> "n" + i).toList();
        assertThat(Nearest.oneOf(many))
                .startsWith("one of n0, n1, ")
                .endsWith("n19, … (30 in all)");
    }

    @Test
    void theNearestMendsAMistypedName() {
        assertThat(Nearest.fix("adem", List.of("sgd", "adam"))).isEqualTo("did you mean 'adam'?");
        assertThat(Nearest.fix("zzzzzz", List.of("sgd", "adam"))).isEmpty();
    }
}
