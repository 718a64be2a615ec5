package hebb.bench;

import hebb.core.shape.HebbException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// `hebb bench`: times whole training steps, or with `--jmh` single kernels.
@Command(
        name = "hebb bench",
        description = {
            "Time whole training steps, with --peers beside Keras and PyTorch.",
            "",
            "Every contender is a process of its own; they take turns, round by round. The raw"
                    + " figures go to target/bench.",
            ""
        })
final class Main implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "The networks to train. Default: all.")
    private List<String> names = List.of();

    @Option(
            names = "--peers",
            description = "Train them in Keras and PyTorch too (installed once, for Python 3.11+).")
    private boolean peers;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often each contender takes its turn. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads for every contender. Default: $HEBB_THREADS, else all cores.")
    private @Nullable Integer threads;

    @Option(
            names = "--hebb-with",
            paramLabel = "JVM-OPTIONS",
            description =
                    "Let Hebb compete once more with these options, as in"
                            + " --hebb-with=-XX:UseAVX=2. May be repeated.")
    private List<String> variants = List.of();

    @Option(
            names = "--jmh",
            paramLabel = "REGEX",
            arity = "0..1",
            fallbackValue = ".*",
            description = "Run the kernel benchmarks whose names match instead. Default: all.")
    private @Nullable String kernels;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and end.")
    private boolean help;

    static void main(String[] args) {
        System.exit(execute(args));
    }

    /// Runs one command line; returns the exit code.
    static int execute(String... args) {
        return new CommandLine(new Main()).setExecutionExceptionHandler(Main::failed).execute(args);
    }

    @Override
    public Integer call() throws Exception {
        if (kernels != null) {
            KernelBenchmarks.run(kernels);
            return ExitCode.OK;
        }
        var settings = new Settings(Network.named(names), rounds(), threads(), variants, peers);
        new Bench(settings, spec.commandLine().getOut()).run();
        return ExitCode.OK;
    }

    private int rounds() {
        if (rounds < 2) {
            throw HebbException.of("--rounds", "the rounds cannot be cut into two halves")
                    .received(rounds)
                    .expected("2 or more; 5 for figures to publish")
                    .fix("leave it out");
        }
        return rounds;
    }

    private int threads() {
        var wished = threads != null ? threads : Integer.getInteger("hebb.threads");
        if (wished == null && System.getenv("HEBB_THREADS") != null) {
            wished = Integer.valueOf(System.getenv("HEBB_THREADS"));
        }
        int count = wished != null ? wished : Runtime.getRuntime().availableProcessors();
        if (count < 1) {
            throw HebbException.of("--threads", "the number of threads is not positive")
                    .received(count)
                    .expected("1 or more")
                    .fix("--threads 1, or leave it out to use all cores");
        }
        return count;
    }

    private static int failed(Exception e, CommandLine line, ParseResult parsed) {
        if (e instanceof HebbException mistake) {
            line.getErr().println(mistake.getMessage());
            return ExitCode.USAGE;
        }
        e.printStackTrace(line.getErr());
        return ExitCode.SOFTWARE;
    }
}
