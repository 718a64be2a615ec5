package hebb.core.grad;

import static hebb.core.engine.Evaluate.doubles;
import static hebb.core.engine.Evaluate.floats;
import static hebb.core.engine.Evaluate.ints;
import static hebb.core.engine.Evaluate.toDoubles;
import static hebb.core.engine.Evaluate.toFloats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebb.core.op.Binary;
import hebb.core.op.Cast;
import hebb.core.op.CustomGradient;
import hebb.core.op.Node;
import hebb.core.op.Reduce;
import hebb.core.op.Slice;
import hebb.core.op.Topology;
import hebb.core.op.Unary;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradientsTest {
    private final Node x = doubles(1, 2, 3);

    @Test
    void sumsOverThePathsFromAnInput() {
        var y = x.times(x).plus(x);
        assertThat(toDoubles(gradient(y, x))).containsExactly(3, 5, 7);
    }

    @Test
    void ofAResultByItselfIsOne() {
        assertThat(toDoubles(gradient(x, x))).containsExactly(1, 1, 1);
    }

    @Test
    void ofWhatDoesNotDependIsZero() {
        var other = doubles(5, 6);
        assertThat(toDoubles(gradient(x.times(2), other))).containsExactly(0, 0);
    }

    @Test
    void ofSlicesSideBySideArePutSideBySide() {
        var table = doubles(1, 2, 3, 4, 5, 6, 7, 8).reshape(Shape.of(2, 4));
        var y =
                columns(table, 2, 3)
                        .times(3)
                        .plus(columns(table, 0, 1).times(1))
                        .plus(columns(table, 1, 2).times(2));
        var gradient = gradient(y, table);
        assertThat(toDoubles(gradient)).containsExactly(1, 2, 3, 0, 1, 2, 3, 0);
        assertThat(ops(gradient)).contains("pad", "concatenate").doesNotContain("add");

        var whole = gradient(y.plus(columns(table, 3, 4).times(4)), table);
        assertThat(toDoubles(whole)).containsExactly(1, 2, 3, 4, 1, 2, 3, 4);
        assertThat(ops(whole)).contains("concatenate").doesNotContain("pad", "add");
    }

    @Test
    void ofSlicesThatOverlapAreAdded() {
        var row = doubles(1, 2, 3, 4).reshape(Shape.of(1, 4));
        var y = columns(row, 0, 2).times(5).plus(columns(row, 1, 3)).plus(columns(row, 2, 4));
        assertThat(toDoubles(gradient(y, row))).containsExactly(5, 6, 2, 1);
        var corners = row.reshape(Shape.of(2, 2));
        var first = Node.of(new Slice(List.of(0, 0), List.of(1, 1), List.of(1, 1)), corners);
        var last = Node.of(new Slice(List.of(1, 1), List.of(2, 2), List.of(1, 1)), corners);
        assertThat(toDoubles(gradient(first.plus(last), corners))).containsExactly(1, 0, 0, 1);
    }

    private static Node columns(Node x, int from, int to) {
        return Node.of(new Slice(List.of(0, from), List.of(Slice.END, to), List.of(1, 1)), x);
    }

    private static List<String> ops(Node root) {
        return Topology.of(List.of(root)).stream().map(n -> n.op().label()).toList();
    }

    @Test
    void stopsAtTheInputsAskedFor() {
        var middle = x.times(x);
        var gradients = Gradients.of(middle.times(middle), List.of(middle, x));
        assertThat(toDoubles(gradients.get(0))).containsExactly(2, 8, 18);
        assertThat(toDoubles(gradients.get(1))).containsExactly(4, 32, 108);
    }

    @Test
    void isSummedBackWhereAnInputWasRepeated() {
        var column = doubles(10, 20).reshape(Shape.of(2, 1));
        var scalar = Node.scalar(2, DType.FLOAT64);
        var y = x.times(column).times(scalar);
        var gradients = Gradients.of(y, List.of(x, column, scalar));
        assertThat(toDoubles(gradients.get(0))).containsExactly(60, 60, 60);
        assertThat(gradients.get(1).shape()).isEqualTo(Shape.of(2, 1));
        assertThat(toDoubles(gradients.get(1))).containsExactly(12, 12);
        assertThat(gradients.get(2).shape()).isEqualTo(Shape.of());
        assertThat(toDoubles(gradients.get(2))).containsExactly(180);
    }

    @Test
    void canBeDifferentiatedAgain() {
        var first = gradient(x.times(x).times(x), x);
        var second = gradient(first, x);
        var third = gradient(second, x);
        assertThat(toDoubles(first)).containsExactly(3, 12, 27);
        assertThat(toDoubles(second)).containsExactly(6, 12, 18);
        assertThat(toDoubles(third)).containsExactly(6, 6, 6);
        assertThat(toDoubles(gradient(third, x))).containsExactly(0, 0, 0);
    }

    @Test
    void ofSineComesBackAfterFourTimes() {
        var sine = Node.of(Unary.SIN, x);
        var again = sine;
        for (int i = 0; i < 4; i++) {
            again = gradient(again, x);
        }
        assertThat(toDoubles(again)).containsExactly(toDoubles(sine), within(1e-15));
    }

    @Test
    void walksALongChain() {
        var y = x;
        for (int i = 0; i < 5000; i++) {
            y = y.times(1.0001);
        }
        double expected = Math.pow(1.0001, 5000);
        assertThat(toDoubles(gradient(y, x))[0]).isCloseTo(expected, within(1e-10));
    }

    @Test
    void doesNotPassThroughIntegers() {
        var rounded = Node.of(new Cast(DType.FLOAT64), Node.of(new Cast(DType.INT32), x));
        assertThat(toDoubles(gradient(x.times(rounded), x))).containsExactly(1, 2, 3);
        var counts = ints(1, 2, 3);
        var y = x.times(Node.of(new Cast(DType.FLOAT64), counts));
        assertThat(gradient(y, counts).dtype()).isEqualTo(DType.INT32);
    }

    @Test
    void stopsWhereItIsToldTo() {
        var stopped = Node.of(CustomGradient.STOP, x);
        assertThat(toDoubles(gradient(x.times(stopped), x))).containsExactly(1, 2, 3);
    }

    @Test
    void isTheUsersOwnWhereThereIsOne() {
        var rule = new CustomGradient((y, dy, to) -> to.add(1, () -> dy.times(100)));
        var value = Node.of(Unary.ROUND, x.times(1.3));
        var y = Node.of(rule, value, x);
        assertThat(toDoubles(y)).containsExactly(1, 3, 4);
        assertThat(toDoubles(gradient(y, x))).containsExactly(100, 100, 100);
    }

    @Test
    void keepsTheTypeOfItsInput() {
        var single = floats(1, 2);
        var y = Node.of(new Cast(DType.FLOAT64), single.times(single));
        assertThat(toFloats(gradient(y, single))).containsExactly(2, 4);
    }

    @Test
    void ofAProductKnowsZeros() {
        assertThat(gradientOfProduct(2, 3, 4)).containsExactly(12, 8, 6);
        assertThat(gradientOfProduct(2, 0, 4)).containsExactly(0, 8, 0);
        assertThat(gradientOfProduct(0, 3, 0)).containsExactly(0, 0, 0);
    }

    @Test
    void ofTheLargestIsSharedByEquals() {
        var values = doubles(5, 1, 5, 5);
        var largest = Reduce.of(Reduce.Kind.MAX, values, 0);
        double third = 1.0 / 3;
        assertThat(toDoubles(gradient(largest, values))).containsExactly(third, 0, third, third);
        var other = doubles(5, 2, 4, 6);
        var gradients = Gradients.of(Node.of(Binary.MAX, values, other), List.of(values, other));
        assertThat(toDoubles(gradients.get(0))).containsExactly(0.5, 0, 1, 0);
        assertThat(toDoubles(gradients.get(1))).containsExactly(0.5, 1, 0, 1);
    }

    @Test
    void ofAPowerOfZeroIsNumber() {
        var base = doubles(0, 0, 0, 2);
        var exponent = doubles(0, 1, 2, 3);
        var gradients = Gradients.of(Node.of(Binary.POW, base, exponent), List.of(base, exponent));
        assertThat(toDoubles(gradients.get(0))).containsExactly(0, 1, 0, 12);
        assertThat(toDoubles(gradients.get(1))).containsExactly(0, 0, 0, 8 * Math.log(2));
    }

    @Test
    void ofReluAtZeroIsZero() {
        var values = doubles(-1, -0.0, 0, 1);
        assertThat(toDoubles(gradient(Node.of(Unary.RELU, values), values)))
                .containsExactly(0, 0, 0, 1);
    }

    private static double[] gradientOfProduct(double... values) {
        var factors = doubles(values);
        return toDoubles(gradient(Reduce.of(Reduce.Kind.PROD, factors, 0), factors));
    }

    private static Node gradient(Node y, Node input) {
        return Gradients.of(y, List.of(input)).getFirst();
    }
}
