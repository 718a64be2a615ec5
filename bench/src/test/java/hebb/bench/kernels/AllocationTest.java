package hebb.bench.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import hebb.cpu.conv.Conv2D;
import hebb.cpu.conv.Conv3D;
import hebb.cpu.gemm.Gemm;
import hebb.cpu.pool.Pool2D;
import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Lanes;
import hebb.cpu.work.Epilogue;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Work;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AllocationTest {
    /// Plain ones, because vectors are objects until the JIT has compiled what uses them.
    private static final Kernels KERNELS = Kernels.of(Lanes.SCALAR);

    /// Bytes of the smallest object; less than that a run may be charged for others' doings.
    private static final int SMALLEST = 16;

    static Stream<Named<Work>> works() {
        var gemm = Gemm.of(20, 30, 40).epilogue(Epilogue.BIAS_RELU);
        var conv = Conv2D.of(2, 9, 9, 6, 3, 3, 10).padding(1, 1, 1, 1);
        var strided = conv.strides(2, 2).groups(2);
        var volumes = new Conv3D(Conv2D.of(1, 5, 5, 6, 2, 2, 10), 4, 3, 1, 1, 1, 1);
        var pool = Pool2D.of(2, 9, 9, 10, 3, 3).strides(2, 2).padding(1, 1, 1, 1);
        return Stream.of(
                Named.of("gemm", gemm.work(KERNELS)),
                Named.of("gemm of transposed", gemm.transposeA().transposeB().work(KERNELS)),
                Named.of("batch", gemm.transposeB().batch(3, 800, 1200, 600).work(KERNELS)),
                Named.of("conv", conv.forward(Epilogue.BIAS_RELU, KERNELS)),
                Named.of("conv data", conv.backwardData(KERNELS)),
                Named.of("conv weights", conv.backwardWeights(KERNELS)),
                Named.of("strided", strided.forward(Epilogue.NONE, KERNELS)),
                Named.of("strided data", strided.backwardData(KERNELS)),
                Named.of("strided weights", strided.backwardWeights(KERNELS)),
                Named.of("volumes", volumes.forward(Epilogue.BIAS_RELU, KERNELS)),
                Named.of("volumes data", volumes.backwardData(KERNELS)),
                Named.of("volumes weights", volumes.backwardWeights(KERNELS)),
                Named.of("max", pool.max(KERNELS)),
                Named.of("max gradient", pool.maxGradient(KERNELS)),
                Named.of("average", pool.average(KERNELS)),
                Named.of("average gradient", pool.averageGradient(KERNELS)));
    }

    @ParameterizedTest
    @MethodSource("works")
    void runningAllocatesNothing(Work work) {
        int each = 4096;
        var arena = new float[5 * each + work.scratch(1)];
        var operands = Operands.of(4);
        for (int slot = 0; slot < 4; slot++) {
            operands.bind(slot, arena, slot * each);
        }
        operands.scratch(arena, 5 * each, work);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        work.run(operands); // loads classes
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10; i++) {
            work.run(operands);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10 * SMALLEST);
    }
}
