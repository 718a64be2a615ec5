package hebb.cpu.gemm;

import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;

/// Packs the right-hand matrices of a batch into panels in the shared scratch: all panels from
/// `first` on. A unit is one k-block of a few panels.
final class RightPacking implements Phase {
    /// Panels that are packed together.
    private static final int PANELS = 8;

    private final Matrix right;
    private final Panels panels;
    private final int first;
    private final int k;
    private final int block;
    private final int groups;
    private final int blocks;

    RightPacking(Matrix right, Panels panels, int first, int k, int block) {
        this.right = right;
        this.panels = panels;
        this.first = first;
        this.k = k;
        this.block = block;
        groups = Math.ceilDiv(panels.count() - first, PANELS);
        blocks = Math.ceilDiv(k, block);
    }

    /// Floats that the packed panels of one matrix take.
    int size() {
        return first == panels.count() ? 0 : panels.size(k) - first * panels.width() * k;
    }

    /// Where panel 0 of an item would lie in the shared scratch if all panels were packed.
    int at(int item) {
        return item * size() - first * panels.width() * k;
    }

    @Override
    public int units() {
        return right.batch().size() * blocks * groups;
    }

    @Override
    public long cost() {
        return (long) right.batch().size() * size();
    }

    @Override
    public void run(int from, int to, int thread, Operands o) {
        float[] b = o.floats(right.slot());
        float[] packed = o.scratchFloats();
        for (int unit = from; unit < to; unit++) {
            int item = unit / (blocks * groups);
            int begin = unit / groups % blocks * block;
            int end = Math.min(k, begin + block);
            int panel = first + unit % groups * PANELS;
            int last = Math.min(panels.count(), panel + PANELS);
            int atB = o.offset(right.slot()) + right.at(item);
            int at = o.sharedOffset() + at(item);
            if (right.column() == 1) {
                panels.pack(panel, last, k, begin, end, b, atB, right.row(), packed, at);
                continue;
            }
            for (; panel < last; panel++) {
                panels.packTransposed(panel, k, begin, end, b, atB, right.column(), packed, at);
            }
        }
    }
}
