package hebb.eval;

import hebb.core.shape.HebbException;
import hebb.core.tensor.NumpyRandom;
import hebb.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// The samples of each class, for a split that keeps the shares of the classes.
///
/// @param members the numbers of each class's samples
record Strata(List<int[]> members) {
    static Strata of(int... labels) {
        return new Strata(
                IntStream.of(ClassNumbers.distinct(labels))
                        .mapToObj(c ->
                                IntStream.range(0, labels.length)
                                        .filter(i -> labels[i] == c)
                                        .toArray())
                        .toList());
    }

    Fold split(int trained, int tested, NumpyRandom random) {
        var sizes = members.stream().mapToInt(m -> m.length).toArray();
        int least = Math.min(Math.min(trained, tested), IntStream.of(sizes).min().orElse(0) - 1);
        if (least < Math.min(1, sizes.length) || Math.min(trained, tested) < sizes.length) {
            throw HebbException.of("TrainTestSplit.split", "a class cannot be in both parts")
                    .received(
                            sizes.length
                                    + " classes of "
                                    + Arrays.toString(sizes)
                                    + " samples, in parts of "
                                    + trained
                                    + " and "
                                    + tested)
                    .expected("2 samples or more of each class, and parts with room for each");
        }
        var toTrain = dealt(sizes, trained, random);
        var left = IntStream.range(0, sizes.length).map(c -> sizes[c] - toTrain[c]).toArray();
        var toTest = dealt(left, tested, random);
        var train = new ArrayList<Long>();
        var test = new ArrayList<Long>();
        for (int c = 0; c < sizes.length; c++) {
            var own = members.get(c);
            var order = random.permutation(own.length).toInts();
            for (int i = 0; i < toTrain[c] + toTest[c]; i++) {
                (i < toTrain[c] ? train : test).add((long) own[order[i]]);
            }
        }
        random.shuffle(train);
        random.shuffle(test);
        return new Fold(tensor(train), tensor(test));
    }

    private static Tensor tensor(List<Long> numbers) {
        return Tensor.of(numbers.stream().mapToLong(Long::longValue).toArray());
    }

    /// `count` samples shared out among classes of these sizes, as evenly as whole numbers allow:
    /// those with the largest remainders get one more, among equals by lot.
    private static int[] dealt(int[] sizes, int count, NumpyRandom random) {
        double all = IntStream.of(sizes).sum();
        var exact = IntStream.of(sizes).mapToDouble(s -> s / all * count).toArray();
        var dealt = DoubleStream.of(exact).mapToInt(e -> (int) Math.floor(e)).toArray();
        var remainders =
                IntStream.range(0, exact.length).mapToDouble(c -> exact[c] - dealt[c]).toArray();
        int missing = count - IntStream.of(dealt).sum();
        var fallingRemainders =
                DoubleStream.of(remainders).distinct().map(r -> -r).sorted().map(r -> -r).toArray();
        for (double remainder : fallingRemainders) {
            if (missing == 0) {
                break;
            }
            var equals =
                    IntStream.range(0, exact.length)
                            .filter(c -> remainders[c] == remainder)
                            .toArray();
            int now = Math.min(equals.length, missing);
            for (int place : random.choice(equals.length, false, now).toInts()) {
                dealt[equals[place]]++;
            }
            missing -= now;
        }
        return dealt;
    }
}
