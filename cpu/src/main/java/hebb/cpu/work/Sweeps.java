package hebb.cpu.work;

import java.util.List;

/// Several works that go down one matrix, a block of rows at a time: each block comes into the
/// cache once for all of them. A unit is some columns.
///
/// - `rows`, `columns`: of the matrix
/// - `width`: columns of a unit
public record Sweeps(List<Sweep> works, int rows, int columns, int width) implements Phase {
    /// Rows of a block, a multiple of 16.
    public static final int BLOCK = 512;

    public Sweeps {
        works = List.copyOf(works);
    }

    @Override
    public int units() {
        return Math.ceilDiv(columns, width);
    }

    @Override
    public long cost() {
        long cost = 0;
        for (int i = 0; i < works.size(); i++) {
            cost += works.get(i).cost();
        }
        return cost;
    }

    @Override
    public int bites() {
        return 1; // or it would read what the works read besides the matrix so many times
    }

    @Override
    public void run(int from, int to, int thread, Operands o) {
        int fromColumn = from * width;
        int toColumn = Math.min(columns, to * width);
        for (int row = 0; row < rows; row += BLOCK) {
            int end = Math.min(rows, row + BLOCK);
            for (int i = 0; i < works.size(); i++) {
                works.get(i).run(fromColumn, toColumn, row, end, thread, o);
            }
        }
    }
}
