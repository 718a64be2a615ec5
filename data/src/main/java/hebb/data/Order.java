package hebb.data;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Which samples a pass visits, and in what order: their numbers, as a function of the pass.
record Order(int size, IntFunction<int[]> of) {
    /// Sample 0 to sample `size`-1.
    static Order natural(int size) {
        return new Order(size, _ -> IntStream.range(0, size).toArray());
    }

    Order shuffle(long seed) {
        return then(size, (order, epoch) -> pick(order, permutation(seed, epoch, size)));
    }

    private static int[] permutation(long seed, int epoch, int size) {
        return Randoms.of(whole(seed), whole(epoch), "shuffle").permutation(size);
    }

    private static Tensor whole(long number) {
        return Tensor.of(number).reshape();
    }

    Order fixed(int epoch) {
        return new Order(size, _ -> of.apply(epoch));
    }

    Order slice(int from, int to) {
        return then(to - from, (order, _) -> Arrays.copyOfRange(order, from, to));
    }

    /// The places `picked` of this order.
    Order select(int[] picked) {
        for (int i : picked) {
            if (i < 0 || i >= size) {
                throw HebbException.of("Dataset.select", "there is no sample of that number")
                        .received(i)
                        .expected("from 0 to " + (size - 1));
            }
        }
        return then(picked.length, (order, _) -> pick(order, picked));
    }

    /// This order of several passes, one behind the other.
    Order repeat(int times) {
        return new Order(
                Math.multiplyExact(size, times),
                epoch ->
                        IntStream.range(0, times)
                                .flatMap(i -> Arrays.stream(of.apply(epoch * times + i)))
                                .toArray());
    }

    /// This order of the first `offset` samples, then `other` of those behind them.
    Order concat(Order other, int offset) {
        return new Order(
                Math.addExact(size, other.size),
                epoch ->
                        IntStream.concat(
                                        Arrays.stream(of.apply(epoch)),
                                        Arrays.stream(other.of.apply(epoch)).map(i -> i + offset))
                                .toArray());
    }

    private Order then(int newSize, Change change) {
        return new Order(newSize, epoch -> change.apply(of.apply(epoch), epoch));
    }

    private static int[] pick(int[] order, int[] places) {
        return Arrays.stream(places).map(i -> order[i]).toArray();
    }

    private interface Change {
        int[] apply(int[] order, int epoch);
    }
}
