package hebb.cpu.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Runs a [Work] the way no engine would but any engine may: operands lie anywhere in one array
/// that is full of NaN, units are cut and ordered at random and handed to random threads. Checks
/// that nothing but results and scratch is written.
public final class Trial {
    private static final int THREADS = 3;
    private static final int GAP = 37;

    private final Random random;
    private final List<float[]> operands = new ArrayList<>();
    private final List<Integer> slots = new ArrayList<>();
    private final List<Integer> results = new ArrayList<>();

    public Trial(Random random) {
        this.random = random;
    }

    /// Puts an input into a slot.
    public Trial input(int slot, float[] values) {
        slots.add(slot);
        operands.add(values);
        return this;
    }

    /// Makes room for a result of a slot.
    public Trial result(int slot, int size) {
        var values = new float[size];
        Arrays.fill(values, Float.NaN);
        results.add(slot);
        return input(slot, values);
    }

    /// Runs the work and returns the result of the last result slot.
    public float[] run(Work work, int slotCount) {
        int size = GAP;
        for (float[] values : operands) {
            size += values.length + GAP;
        }
        int scratch = size;
        size += work.scratch(THREADS) + GAP;
        var arena = new float[size];
        Arrays.fill(arena, Float.NaN);
        var o = Operands.of(slotCount);
        var offsets = new int[operands.size()];
        int at = random.nextInt(GAP);
        for (int i = 0; i < offsets.length; i++) {
            float[] values = operands.get(i);
            System.arraycopy(values, 0, arena, at, values.length);
            o.bind(slots.get(i), arena, at);
            offsets[i] = at;
            at += values.length + random.nextInt(GAP);
        }
        o.scratch(arena, scratch, work);
        var before = arena.clone();
        for (Phase phase : work.phases()) {
            runPhase(phase, o);
        }
        float[] result = {};
        for (int i = 0; i < offsets.length; i++) {
            int length = operands.get(i).length;
            if (results.contains(slots.get(i))) {
                result = Arrays.copyOfRange(arena, offsets[i], offsets[i] + length);
                Arrays.fill(arena, offsets[i], offsets[i] + length, Float.NaN);
            }
        }
        int end = scratch + work.scratch(THREADS);
        Arrays.fill(arena, scratch, end, Float.NaN);
        assertThat(bits(arena)).as("memory outside the results").isEqualTo(bits(before));
        return result;
    }

    private void runPhase(Phase phase, Operands o) {
        var cuts = new ArrayList<int[]>();
        for (int from = 0; from < phase.units(); ) {
            int to = Math.min(phase.units(), from + 1 + random.nextInt(4));
            cuts.add(new int[] {from, to});
            from = to;
        }
        Collections.shuffle(cuts, random);
        for (int[] cut : cuts) {
            phase.run(cut[0], cut[1], random.nextInt(THREADS), o);
        }
    }

    /// The values as bits, so that -0 differs from +0; all NaNs are alike.
    public static int[] bits(float[] values) {
        var bits = new int[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToIntBits(values[i]);
        }
        return bits;
    }

    /// Random values with zeros of both signs among them.
    public static float[] values(Random random, int size) {
        var values = new float[size];
        for (int i = 0; i < size; i++) {
            int kind = random.nextInt(20);
            values[i] = kind == 0 ? 0f : kind == 1 ? -0f : (float) random.nextGaussian();
        }
        return values;
    }
}
