package hebb.cpu.gemm;

import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Lanes;
import hebb.cpu.simd.Template;
import hebb.cpu.simd.Warming;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/// Makes tiles, each shape once per process.
public final class Tiles {
    private static final ConcurrentHashMap<Key, Warming<Tile>> TILES = new ConcurrentHashMap<>();
    private static final ConcurrentHashMap<StripKey, Warming<FlexibleTile.Strip>> STRIPS =
            new ConcurrentHashMap<>();

    /// Terms of a trial call: enough for loops to count as hot, too few for the JIT to compile a
    /// loop apart from its method.
    private static final int TRIAL_TERMS = 24;

    /// Compiled, a trial takes 0.3 µs; otherwise at least 40 µs.
    private static final long TRIAL_NANOS = 6_000;

    private Tiles() {}

    /// The tile of a shape.
    public static Warming<Tile> of(Kernels kernels, TileShape shape) {
        if (shape.rows() > kernels.lanes().maxRows()) {
            throw new IllegalArgumentException(
                    "%d rows do not fit in the registers of %s"
                            .formatted(shape.rows(), kernels.lanes()));
        }
        return TILES.computeIfAbsent(new Key(kernels, shape), Tiles::make);
    }

    private static Warming<Tile> make(Key key) {
        TileShape shape = key.shape;
        Lanes lanes = key.kernels.lanes();
        if (lanes == Lanes.SCALAR) {
            return Warming.ready(new ScalarTile(lanes, shape));
        }
        if (!key.kernels.warming()) {
            return Warming.ready(specialised(lanes, shape));
        }
        FlexibleTile flexible = flexible(key.kernels, shape);
        var place = Warming.ready((Tile) flexible);
        flexible.onceHot(() -> warm(place, lanes, shape));
        return place;
    }

    private static void warm(Warming<Tile> place, Lanes lanes, TileShape shape) {
        int width = shape.vectors() * lanes.count();
        var data = new TrialData(shape, width);
        place.warm(
                () -> specialised(lanes, shape),
                TRIAL_NANOS,
                tile ->
                        allWays((add, from) ->
                                tile.run(
                                        data.a,
                                        0,
                                        data.steps,
                                        from,
                                        TRIAL_TERMS,
                                        data.b,
                                        0,
                                        width,
                                        add,
                                        data.c,
                                        0)));
    }

    /// The tile of a shape whose constants are compiled in.
    static Tile specialised(Lanes lanes, TileShape shape) {
        int most = Lanes.BITS_512.maxRows();
        int[] constants = new int[3 + 2 * most];
        constants[0] = lanes.count();
        constants[1] = shape.vectors();
        constants[2] = shape.rows();
        for (int i = 0; i < shape.rows(); i++) {
            constants[3 + i] = shape.rowsA().get(i);
            constants[3 + most + i] = shape.rowsC().get(i);
        }
        return (Tile) Template.specialise(MethodHandles.lookup(), "VectorTile", constants);
    }

    /// The tile of a shape that is made of strips.
    static FlexibleTile flexible(Kernels kernels, TileShape shape) {
        var strips = STRIPS.computeIfAbsent(new StripKey(kernels, shape.vectors()), Tiles::strips);
        return new FlexibleTile(kernels.lanes(), shape, strips);
    }

    private static Warming<FlexibleTile.Strip> strips(StripKey key) {
        Lanes lanes = key.kernels.lanes();
        int width = key.vectors * lanes.count();
        var shape = TileShape.of(FlexibleTile.ROWS, key.vectors, 1, width);
        var data = new TrialData(shape, width);
        int[] rows = {0, 1, 2, 3};
        int[] columns = {0, width, 2 * width, 3 * width};
        return key.kernels.choose(
                FlexibleTile.NONE,
                () ->
                        (FlexibleTile.Strip)
                                Template.specialise(
                                        MethodHandles.lookup(),
                                        "VectorStrip",
                                        lanes.count(),
                                        key.vectors),
                TRIAL_NANOS,
                strip ->
                        allWays((add, from) ->
                                strip.run(
                                        data.a,
                                        0,
                                        rows,
                                        0,
                                        data.steps,
                                        from,
                                        TRIAL_TERMS,
                                        data.b,
                                        0,
                                        width,
                                        add,
                                        data.c,
                                        0,
                                        columns)));
    }

    /// A trial goes all ways, lest the JIT takes one for impossible: with sums from nothing and
    /// from C, of an even and of an odd number of terms.
    private static void allWays(Trial trial) {
        trial.run(false, 0);
        trial.run(true, 1);
    }

    /// A call that begins at some term.
    @FunctionalInterface
    private interface Trial {
        void run(boolean add, int from);
    }

    /// Operands for trial calls.
    private static final class TrialData {
        final int[] steps = new int[TRIAL_TERMS];
        final float[] a;
        final float[] b;
        final float[] c;

        TrialData(TileShape shape, int width) {
            a = new float[1 + last(shape.rowsA())];
            b = new float[TRIAL_TERMS * width];
            c = new float[last(shape.rowsC()) + width];
        }

        private static int last(List<Integer> rows) {
            return rows.stream().mapToInt(Integer::intValue).max().orElse(0);
        }
    }

    private record Key(Kernels kernels, TileShape shape) {}

    private record StripKey(Kernels kernels, int vectors) {}
}
