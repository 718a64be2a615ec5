package hebb.cpu.loop;

import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;

/// Two phases of one unit a sample, the second of which reads what the first has written of the
/// same sample.
record PerSample(Phase first, Phase second) implements Phase {
    @Override
    public int units() {
        return first.units();
    }

    @Override
    public long cost() {
        return first.cost() + second.cost();
    }

    @Override
    public void run(int from, int to, int thread, Operands o) {
        int each = second.units() / first.units();
        for (int sample = from; sample < to; sample++) {
            first.run(sample, sample + 1, thread, o);
            second.run(sample * each, (sample + 1) * each, thread, o);
        }
    }
}
