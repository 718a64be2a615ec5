package hebb.cpu.simd;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// Which kernels are made: of vectors of some width, or of plain loops.
///
/// - `lanes`: the width
/// - `warming`: whether plain loops run until the vector code is compiled; without it, which is for
///   tests and measurements, vector code runs from the first call on
public record Kernels(Lanes lanes, boolean warming) {
    private static final Kernels PREFERRED = new Kernels(Lanes.preferred(), true);

    /// The fastest kernels of this machine, warmed.
    public static Kernels preferred() {
        return PREFERRED;
    }

    /// Kernels of one width, used at once.
    public static Kernels of(Lanes lanes) {
        return new Kernels(lanes, false);
    }

    /// The plain kernel, or the vector kernel once it is warm; see [Warming#warm].
    public <K> Warming<K> choose(K plain, Supplier<K> vector, long nanos, Consumer<K> trial) {
        if (lanes != Lanes.SCALAR && !warming) {
            return Warming.ready(vector.get());
        }
        var chosen = Warming.ready(plain);
        if (lanes != Lanes.SCALAR) {
            chosen.warm(vector, nanos, trial);
        }
        return chosen;
    }
}
