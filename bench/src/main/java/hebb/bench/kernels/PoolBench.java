package hebb.bench.kernels;

import hebb.cpu.pool.Pool2D;
import hebb.cpu.work.Work;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Poolings of 32 images and their gradients: the layers of mnist-cnn, and windows that overlap.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 3, time = 1)
public class PoolBench {
    /// The poolings, named by the size of the images.
    public enum Layer {
        MNIST_26(Pool2D.of(32, 26, 26, 32, 2, 2)),
        MNIST_11(Pool2D.of(32, 11, 11, 64, 2, 2)),
        OVERLAPPING_32(Pool2D.of(32, 32, 32, 64, 3, 3).strides(2, 2));

        final Pool2D pool;

        Layer(Pool2D pool) {
            this.pool = pool;
        }
    }

    @Param Layer layer = Layer.MNIST_26;

    private KernelRun max;
    private KernelRun maxGradient;
    private KernelRun maxGradientRelu;
    private KernelRun average;
    private KernelRun averageGradient;

    @Setup
    public void setup() {
        max = run(layer.pool.max());
        maxGradient = run(layer.pool.maxGradient());
        maxGradientRelu = run(layer.pool.maxGradientRelu());
        average = run(layer.pool.average());
        averageGradient = run(layer.pool.averageGradient());
    }

    private KernelRun run(Work work) {
        Pool2D p = layer.pool;
        int x = p.images() * p.height() * p.width() * p.channels();
        int y = p.images() * p.outHeight() * p.outWidth() * p.channels();
        return KernelRun.of(work, x, y, y, x);
    }

    @Benchmark
    public void max() {
        max.run();
    }

    @Benchmark
    public void maxGradient() {
        maxGradient.run();
    }

    @Benchmark
    public void maxGradientRelu() {
        maxGradientRelu.run();
    }

    @Benchmark
    public void average() {
        average.run();
    }

    @Benchmark
    public void averageGradient() {
        averageGradient.run();
    }
}
