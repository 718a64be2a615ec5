package hebb.bench.kernels;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Counts floating-point operations, an fma as two: what JMH prints as `flops` in operations per
/// nanosecond are GFLOP/s.
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Rate {
    public long flops;
}
