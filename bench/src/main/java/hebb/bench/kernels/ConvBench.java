package hebb.bench.kernels;

import hebb.cpu.conv.Conv2D;
import hebb.cpu.work.Epilogue;
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

/// Convolutions of 32 images and their gradients: the layers of mnist-cnn and of networks for
/// CIFAR.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 3, time = 1)
public class ConvBench {
    /// The convolutions, named by network, filters and padding.
    public enum Layer {
        MNIST_32(Conv2D.of(32, 28, 28, 1, 3, 3, 32)),
        MNIST_64(Conv2D.of(32, 13, 13, 32, 3, 3, 64)),
        CIFAR_32_FIRST_SAME(Conv2D.of(32, 32, 32, 3, 3, 3, 32).padding(1, 1, 1, 1)),
        CIFAR_32_SAME(Conv2D.of(32, 32, 32, 32, 3, 3, 32).padding(1, 1, 1, 1)),
        CIFAR_64(Conv2D.of(32, 15, 15, 32, 3, 3, 64)),
        CIFAR_128_SAME(Conv2D.of(32, 8, 8, 128, 3, 3, 128).padding(1, 1, 1, 1));

        final Conv2D conv;

        Layer(Conv2D conv) {
            this.conv = conv;
        }
    }

    @Param Layer layer = Layer.MNIST_64;

    private KernelRun forward;
    private KernelRun backwardData;
    private KernelRun backwardWeights;
    private long flops;

    @Setup
    public void setup() {
        forward = run(layer.conv.forward(Epilogue.BIAS_RELU));
        backwardData = run(layer.conv.backwardData());
        backwardWeights = run(layer.conv.backwardWeights());
        flops =
                2L
                        * layer.conv.images()
                        * layer.conv.outHeight()
                        * layer.conv.outWidth()
                        * weights();
    }

    private int weights() {
        Conv2D c = layer.conv;
        return c.rows() * c.columns() * c.channels() * c.filters();
    }

    private KernelRun run(Work work) {
        Conv2D c = layer.conv;
        int x = c.images() * c.height() * c.width() * c.channels();
        int y = c.images() * c.outHeight() * c.outWidth() * c.filters();
        return KernelRun.of(work, x, weights(), y, c.filters());
    }

    @Benchmark
    public void forward(Rate rate) {
        forward.run();
        rate.flops += flops;
    }

    @Benchmark
    public void backwardData(Rate rate) {
        backwardData.run();
        rate.flops += flops;
    }

    @Benchmark
    public void backwardWeights(Rate rate) {
        backwardWeights.run();
        rate.flops += flops;
    }
}
