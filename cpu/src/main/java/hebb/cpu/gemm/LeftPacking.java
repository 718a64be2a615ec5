package hebb.cpu.gemm;

import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;

/// Packs the left-hand matrices of a batch into bands in the shared scratch, `offset` floats from
/// its beginning. A unit is one k-block of one band.
final class LeftPacking implements Phase {
    private final Matrix left;
    private final Bands bands;
    private final int offset;
    private final int k;
    private final int block;
    private final int blocks;

    LeftPacking(Matrix left, Bands bands, int offset, int k, int block) {
        this.left = left;
        this.bands = bands;
        this.offset = offset;
        this.k = k;
        this.block = block;
        blocks = Math.ceilDiv(k, block);
    }

    /// Where column `column` of a band of an item lies in the shared scratch.
    int at(int item, int band, int column) {
        return offset + item * bands.size(k) + bands.at(band, column, k);
    }

    @Override
    public int units() {
        return left.batch().size() * blocks * bands.count();
    }

    @Override
    public long cost() {
        return (long) left.batch().size() * bands.size(k);
    }

    @Override
    public void run(int from, int to, int thread, Operands o) {
        float[] a = o.floats(left.slot());
        for (int unit = from; unit < to; unit++) {
            int item = unit / (blocks * bands.count());
            int begin = unit / bands.count() % blocks * block;
            int end = Math.min(k, begin + block);
            int band = unit % bands.count();
            int atA = o.offset(left.slot()) + left.at(item);
            int at = o.sharedOffset() + offset + item * bands.size(k);
            bands.pack(
                    band, k, begin, end, a, atA, left.row(), left.column(), o.scratchFloats(), at);
        }
    }
}
