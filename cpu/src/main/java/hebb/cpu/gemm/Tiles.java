package hebb.cpu.gemm;

import hebb.cpu.work.Template;
import java.lang.invoke.MethodHandles;
import java.util.concurrent.ConcurrentHashMap;

/// Makes tiles, each shape once per process.
public final class Tiles {
    private static final ConcurrentHashMap<Key, Tile> CACHE = new ConcurrentHashMap<>();

    private Tiles() {}

    /// The tile of a shape.
    public static Tile of(Lanes lanes, TileShape shape) {
        if (shape.rows() > lanes.maxRows()) {
            throw new IllegalArgumentException(
                    "%d rows do not fit in the registers of %s".formatted(shape.rows(), lanes));
        }
        return CACHE.computeIfAbsent(new Key(lanes, shape), Tiles::make);
    }

    private static Tile make(Key key) {
        TileShape shape = key.shape;
        if (key.lanes == Lanes.SCALAR) {
            return new ScalarTile(key.lanes, shape);
        }
        int[] data = new int[4 + Lanes.BITS_512.maxRows()];
        data[0] = key.lanes.count();
        data[1] = shape.vectors();
        data[2] = shape.rowC();
        data[3] = shape.rows();
        for (int i = 0; i < shape.rows(); i++) {
            data[4 + i] = shape.rowsA().get(i);
        }
        return (Tile) Template.specialise(MethodHandles.lookup(), "VectorTile", data);
    }

    private record Key(Lanes lanes, TileShape shape) {}
}
