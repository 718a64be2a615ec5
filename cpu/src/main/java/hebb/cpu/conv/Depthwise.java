package hebb.cpu.conv;

import hebb.core.op.ConvolutionKernelGradient;
import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Template;
import hebb.cpu.simd.Warming;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import hebb.cpu.work.Work;
import java.lang.invoke.MethodHandles;
import java.util.concurrent.ConcurrentHashMap;

/// Convolutions in which each channel is a group with one filter, and their two gradients: vectors
/// of neighbouring channels, and plain loops for channels that do not fill one.
///
/// A unit is a row of results of one image; of the kernel's gradient, one tap and the channels of
/// four vectors.
final class Depthwise {
    private static final int TRIAL_WIDTH = 16;

    /// Lanes of the shortest vectors.
    private static final int SHORTEST = 4;

    /// Compiled, a trial takes a tenth of this for each tap; otherwise ten times as much.
    private static final long TRIAL_NANOS = 3000;

    private static final DepthwiseLoops PLAIN = new PlainDepthwise();
    private static final ConcurrentHashMap<Key, Warming<DepthwiseLoops>> LOOPS =
            new ConcurrentHashMap<>();

    private record Key(Kernels kernels, int lanes, int rows, int columns) {}

    private final Conv2D conv;
    private final int lanes;
    private final int vectors; // channels that fill vectors
    private final Warming<DepthwiseLoops> loops;

    Depthwise(Conv2D conv, Kernels kernels) {
        this.conv = conv;
        this.lanes = lanes(kernels.lanes().count(), conv.channels());
        this.vectors = conv.channels() / lanes * lanes;
        var key = new Key(kernels, lanes, conv.rows(), conv.columns());
        this.loops = LOOPS.computeIfAbsent(key, Depthwise::make);
    }

    /// Those of the widest vectors, unless there are too few channels for a single one.
    private static int lanes(int widest, int channels) {
        return channels >= widest ? widest : Math.max(Integer.highestOneBit(channels), SHORTEST);
    }

    private static Warming<DepthwiseLoops> make(Key key) {
        int lanes = key.lanes;
        int channels = 5 * lanes; // four and one
        var trial =
                Conv2D.of(2, 2, TRIAL_WIDTH, channels, key.rows, key.columns, channels)
                        .groups(channels)
                        .padding(key.rows, key.rows, key.columns, key.columns);
        var forward = Taps.forward(trial);
        var backward = Taps.backward(trial.strides(2, 2));
        var x = new float[2 * forward.sourceImage];
        var y = new float[2 * forward.image];
        var w = new float[key.rows * key.columns * channels];
        return key.kernels.choose(
                PLAIN,
                () ->
                        (DepthwiseLoops)
                                Template.specialise(
                                        MethodHandles.lookup(),
                                        "VectorDepthwise",
                                        lanes,
                                        key.rows,
                                        key.columns),
                (long) key.rows * key.columns * TRIAL_NANOS,
                loops -> {
                    loops.chains(forward, key.rows, x, 0, w, 0, y, 0, 0, channels);
                    loops.chains(backward, 0, y, 0, w, 0, x, 0, 0, channels);
                    loops.sums(
                            forward,
                            0,
                            new DepthwiseLoops.Runs(2, 2),
                            x,
                            0,
                            y,
                            0,
                            w,
                            0,
                            0,
                            channels);
                });
    }

    Work forward() {
        return Work.of(rows(Taps.forward(conv), Conv2D.X, Conv2D.Y));
    }

    Work backwardData() {
        return Work.of(rows(Taps.backward(conv), Conv2D.DY, Conv2D.DX));
    }

    Work backwardWeights() {
        return Work.of(new Weights(Taps.forward(conv)));
    }

    private Phase rows(Taps taps, int source, int result) {
        return new Rows(taps, source, result);
    }

    private final class Rows implements Phase {
        private final Taps taps;
        private final int source;
        private final int result;

        Rows(Taps taps, int source, int result) {
            this.taps = taps;
            this.source = source;
            this.result = result;
        }

        @Override
        public int units() {
            return conv.images() * taps.height;
        }

        @Override
        public long cost() {
            return (long) conv.images() * taps.image * taps.rows * taps.columns;
        }

        @Override
        public void run(int from, int to, int thread, Operands o) {
            var fast = loops.kernel();
            for (int unit = from; unit < to; unit++) {
                int image = unit / taps.height;
                int row = unit % taps.height;
                int at = image * taps.image + row * taps.width * taps.channels;
                run(fast, image, row, at, o, 0, vectors);
                run(PLAIN, image, row, at, o, vectors, taps.channels);
            }
        }

        private void run(
                DepthwiseLoops kernel, int image, int row, int at, Operands o, int from, int to) {
            if (from < to) {
                kernel.chains(
                        taps,
                        row,
                        o.floats(source),
                        o.offset(source) + image * taps.sourceImage,
                        o.floats(Conv2D.W),
                        o.offset(Conv2D.W),
                        o.floats(result),
                        o.offset(result) + at,
                        from,
                        to);
            }
        }
    }

    private final class Weights implements Phase {
        private final Taps taps;
        private final DepthwiseLoops.Runs runs;
        private final int block;
        private final int blocks;

        Weights(Taps taps) {
            this.taps = taps;
            int size = taps.rows * taps.columns * taps.channels;
            int count = ConvolutionKernelGradient.chunks(conv.images(), size);
            runs = new DepthwiseLoops.Runs(conv.images(), count);
            block = 4 * lanes;
            blocks = Math.ceilDiv(taps.channels, block);
        }

        @Override
        public int units() {
            return taps.rows * taps.columns * blocks;
        }

        @Override
        public long cost() {
            return (long) conv.images() * taps.image * taps.rows * taps.columns;
        }

        @Override
        public void run(int from, int to, int thread, Operands o) {
            var fast = loops.kernel();
            for (int unit = from; unit < to; unit++) {
                int tap = unit / blocks;
                int first = unit % blocks * block;
                int end = Math.min(first + block, taps.channels);
                int middle = Math.clamp(vectors, first, end);
                run(fast, tap, o, first, middle);
                run(PLAIN, tap, o, middle, end);
            }
        }

        private void run(DepthwiseLoops kernel, int tap, Operands o, int from, int to) {
            if (from < to) {
                kernel.sums(
                        taps,
                        tap,
                        runs,
                        o.floats(Conv2D.X),
                        o.offset(Conv2D.X),
                        o.floats(Conv2D.DY),
                        o.offset(Conv2D.DY),
                        o.floats(Conv2D.DW),
                        o.offset(Conv2D.DW) + tap * taps.channels,
                        from,
                        to);
            }
        }
    }
}
