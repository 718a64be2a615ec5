package hebb.bench.kernels;

import hebb.cpu.gemm.Gemm;
import hebb.cpu.work.Epilogue;
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

/// Matrix products: square ones, and those of the layers of mnist-mlp, mnist-cnn and an LSTM.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 3, time = 1)
public class GemmBench {
    /// The products, named by what computes them.
    public enum Product {
        SQUARE_256(256, 256, 256),
        SQUARE_1024(1024, 1024, 1024),
        DENSE_1600_FORWARD(32, 128, 1600),
        DENSE_1600_WEIGHTS(1600, 128, 32),
        DENSE_1600_DATA(32, 1600, 128),
        DENSE_784_FORWARD(32, 128, 784),
        DENSE_10_FORWARD(32, 10, 128),
        LSTM_STEP(64, 512, 128),
        PREDICT_ONE(1, 128, 1600);

        final int m;
        final int n;
        final int k;

        Product(int m, int n, int k) {
            this.m = m;
            this.n = n;
            this.k = k;
        }

        Gemm gemm() {
            var gemm = Gemm.of(m, n, k);
            if (name().endsWith("FORWARD")) {
                return gemm.epilogue(Epilogue.BIAS_RELU);
            }
            gemm = name().endsWith("WEIGHTS") ? gemm.transposeA() : gemm;
            return name().endsWith("DATA") ? gemm.transposeB() : gemm;
        }
    }

    @Param Product product = Product.SQUARE_256;

    private KernelRun run;

    @Setup
    public void setup() {
        int m = product.m, n = product.n, k = product.k;
        run = KernelRun.of(product.gemm().work(), m * k, k * n, m * n, n);
    }

    @Benchmark
    public void multiply(Rate rate) {
        run.run();
        rate.flops += 2L * product.m * product.n * product.k;
    }
}
