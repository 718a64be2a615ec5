package hebb.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(OnReference.class)
class EinsumTest {
    /// Whole numbers, of which products and sums are exact.
    private static Tensor numbers(int from, int... dims) {
        int size = Shape.of(dims).size();
        var values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (from + 3 * i) % 7 - 3;
        }
        return Tensor.of(values).reshape(dims);
    }

    /// By the definition: each element of the result is a sum over all values of the other letters.
    private static float[] expected(String equation, Tensor a, Tensor b) {
        var terms = equation.split(",|->", -1);
        var letters = String.join("", terms).chars().distinct().toArray();
        var lengths = new int[letters.length];
        for (int i = 0; i < letters.length; i++) {
            int at = terms[0].indexOf(letters[i]);
            lengths[i] = at >= 0 ? a.dim(at) : b.dim(terms[1].indexOf(letters[i]));
        }
        var result = Shape.of(terms[2].chars().map(c -> lengths[index(letters, c)]).toArray());
        var sums = new float[result.size()];
        int all = Shape.of(lengths).size();
        for (int n = 0; n < all; n++) {
            var place = new int[letters.length];
            for (int i = letters.length - 1, rest = n; i >= 0; rest /= lengths[i--]) {
                place[i] = rest % lengths[i];
            }
            int to = 0;
            for (int c : terms[2].chars().toArray()) {
                to = to * lengths[index(letters, c)] + place[index(letters, c)];
            }
            sums[to] += (float) (at(a, terms[0], letters, place) * at(b, terms[1], letters, place));
        }
        return sums;
    }

    private static double at(Tensor x, String term, int[] letters, int[] place) {
        return x.at(term.chars().map(c -> place[index(letters, c)]).toArray());
    }

    private static int index(int[] letters, int letter) {
        int i = 0;
        while (letters[i] != letter) {
            i++;
        }
        return i;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "ab,bc->ac 2,3 3,4",
                "ab,bc->ca 2,3 3,4",
                "ab,ab->ab 2,3 2,3",
                "ab,ab->a 2,3 2,3",
                "ab,ab-> 2,3 2,3",
                "a,b->ab 2 3",
                "a,b->ba 2 3",
                "abc,cd->abd 2,3,4 4,2",
                "abc,cde->abde 2,3,4 4,2,3",
                "abcd,cde->abe 2,3,2,2 2,2,3",
                "aecd,abcd->acbe 2,3,2,4 2,5,2,4",
                "acbe,aecd->abcd 2,2,3,4 2,4,2,3",
                "abc,db->ad 2,3,4 2,3",
                "abc,bad->dc 2,3,2 3,2,4",
            })
    void isTheSumOfProductsOverLettersThatAreGone(String equation, String a, String b) {
        var x = numbers(1, dims(a));
        var y = numbers(2, dims(b));
        assertThat(Tensor.einsum(equation, x, y).toFloats())
                .containsExactly(expected(equation, x, y));
    }

    private static int[] dims(String text) {
        return List.of(text.split(",")).stream().mapToInt(Integer::parseInt).toArray();
    }

    @Test
    void axesWithoutALetterBroadcast() {
        var x = numbers(1, 2, 1, 3, 4);
        var y = numbers(2, 5, 4, 3);
        var z = Tensor.einsum("...ab,...bc->...ac", x, y);
        assertThat(z.shape()).isEqualTo(Shape.of(2, 5, 3, 3));
        assertThat(z.toFloats()).containsExactly(x.matmul(y).toFloats());
        var w = numbers(3, 4, 2);
        assertThat(Tensor.einsum("...b,bc->...c", x, w).shape()).isEqualTo(Shape.of(2, 1, 3, 2));
        assertThat(
                        Tensor.einsum("ab...,bc->ac...", numbers(1, 2, 3, 4, 5), numbers(2, 3, 2))
                                .shape())
                .isEqualTo(Shape.of(2, 2, 4, 5));
    }

    @Test
    void takesOneTensorOrThree() {
        var x = numbers(1, 2, 3);
        assertThat(Tensor.einsum("ab->ba", x).toFloats()).containsExactly(x.transpose().toFloats());
        assertThat(Tensor.einsum("ab->b", x).toFloats()).containsExactly(x.sum(0).toFloats());
        var y = numbers(2, 3, 4);
        var z = numbers(3, 4, 2);
        assertThat(Tensor.einsum("ab,bc,cd->ad", x, y, z).toFloats())
                .containsExactly(x.matmul(y).matmul(z).toFloats());
    }

    @Test
    void knowsTheShapeBeforeTheBatch() {
        var traced =
                Traced.ofAll(xs -> List.of(Tensor.einsum("abc,cde->abde", xs.get(0), xs.get(1))));
        assertThat(traced.infer(List.of(Spec.of(-1, -1, 4), Spec.of(4, 2, 3))).getFirst().shape())
                .isEqualTo(Shape.of(-1, -1, 2, 3));
    }

    @Test
    void equationsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> Tensor.einsum("abc,cd->abd", numbers(1, 2, 3), numbers(1, 3, 4)))
                .hasMessage(
                        """
                        einsum: the equation does not fit the tensors
                          received: 'abc,cd->abd' with [(2, 3), (3, 4)]      expected: a letter \
                        for each axis, each once in a term\
                        """);
        assertThatThrownBy(() -> Tensor.einsum("ab->c", numbers(1, 2, 3)))
                .hasMessageContaining("letters of the operands in the result, each once");
        assertThatThrownBy(() -> Tensor.einsum("ab,bc", numbers(1, 2, 3), numbers(1, 3, 4)))
                .hasMessageContaining("one term for each tensor, '->', and the result's");
    }
}
