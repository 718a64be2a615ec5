package hebb.bench;

import hebb.bench.Contender.Side;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Who competes, and how each is started.
final class Contenders {
    private static final List<String> KERAS_FORMS =
            List.of(
                    "fit",
                    "fit, jit_compile",
                    "fit, steps_per_execution",
                    "fit, jit_compile, steps_per_execution");
    private static final List<String> PYTORCH_FORMS =
            List.of("eager", "eager, channels_last", "compile", "compile, channels_last");

    private Contenders() {}

    /// Hebb on the Java that runs this, with this JVM's own options and those of the variant.
    static Contender hebb(String variant, int threads) {
        var command = new ArrayList<String>();
        command.add(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-Dhebb.threads=" + threads);
        if (!variant.isEmpty()) {
            command.addAll(List.of(variant.split(" ")));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(HebbWorker.class.getName());
        return new Contender(Side.HEBB, variant, command);
    }

    /// Keras and PyTorch in every form that could be their best.
    static List<Contender> peers(Path python, Path workers, int threads) {
        var all = new ArrayList<Contender>();
        for (var form : KERAS_FORMS) {
            all.add(
                    new Contender(
                            Side.KERAS, form, command(python, workers, "keras", form, threads)));
        }
        for (var form : PYTORCH_FORMS) {
            all.add(
                    new Contender(
                            Side.PYTORCH, form, command(python, workers, "torch", form, threads)));
        }
        return all;
    }

    private static List<String> command(
            Path python, Path workers, String framework, String form, int threads) {
        return List.of(
                python.toString(),
                workers.resolve("worker.py").toString(),
                framework,
                form,
                String.valueOf(threads));
    }
}
