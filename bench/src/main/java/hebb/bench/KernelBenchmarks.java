package hebb.bench;

import hebb.core.shape.HebbException;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// The JMH benchmarks of the kernels, in `hebb.bench.kernels`.
final class KernelBenchmarks {
    private KernelBenchmarks() {}

    /// Runs those whose full names contain a match of `regex`.
    static void run(String regex) throws RunnerException {
        try {
            new Runner(new OptionsBuilder().include(regex).build()).run();
        } catch (NoBenchmarksException e) {
            throw HebbException.of("hebb bench --jmh", "no kernel benchmark has such a name")
                    .received(regex)
                    .expected("a regular expression that matches part of a name, such as Gemm")
                    .fix("hebb bench --jmh, which runs them all")
                    .cause(e);
        }
    }
}
