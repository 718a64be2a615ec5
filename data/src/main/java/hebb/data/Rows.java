package hebb.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/// Samples that can be asked for by their numbers.
interface Rows {
    int size();

    /// The samples `order[from]` to before `order[to]`.
    Batch gather(int[] order, int from, int to);

    /// Those of tensors in memory.
    static Rows of(Batch all) {
        return new InMemory(all);
    }

    /// These, with a function applied when they are asked for.
    default Rows map(UnaryOperator<Batch> function) {
        return new Mapped(this, function);
    }

    /// These, and `other` behind them.
    default Rows concat(Rows other) {
        return new Joined(this, other);
    }

    record InMemory(Batch all) implements Rows {
        @Override
        public int size() {
            return all.size();
        }

        @Override
        public Batch gather(int[] order, int from, int to) {
            return Samples.gather(all, order, from, to);
        }
    }

    record Mapped(Rows rows, UnaryOperator<Batch> function) implements Rows {
        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public Batch gather(int[] order, int from, int to) {
            return Samples.map(rows.gather(order, from, to), function);
        }
    }

    record Joined(Rows left, Rows right) implements Rows {
        @Override
        public int size() {
            return Math.addExact(left.size(), right.size());
        }

        @Override
        public Batch gather(int[] order, int from, int to) {
            int border = left.size();
            var lefts = Arrays.stream(order, from, to).filter(i -> i < border).toArray();
            var rights =
                    Arrays.stream(order, from, to)
                            .filter(i -> i >= border)
                            .map(i -> i - border)
                            .toArray();
            List<Batch> parts = new ArrayList<>();
            if (lefts.length > 0) {
                parts.add(left.gather(lefts, 0, lefts.length));
            }
            if (rights.length > 0) {
                parts.add(right.gather(rights, 0, rights.length));
            }
            if (parts.size() == 1) {
                return parts.getFirst();
            }
            var places = new int[to - from];
            int l = 0;
            int r = lefts.length;
            for (int i = 0; i < places.length; i++) {
                places[i] = order[from + i] < border ? l++ : r++;
            }
            return Samples.gather(Samples.join(parts), places, 0, places.length);
        }
    }
}
