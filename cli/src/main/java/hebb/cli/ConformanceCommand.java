package hebb.cli;

import hebb.cli.conformance.CaseRun;
import hebb.cli.conformance.CaseRun.Verdict;
import hebb.cli.conformance.KerasCase;
import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hebb conformance`: trains what Keras trained, and compares every number.
@Command(
        name = "conformance",
        description = "Run cases that Keras computed, and compare every number.",
        mixinStandardHelpOptions = true)
final class ConformanceCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Threads threads = new Threads();

    @Parameters(
            index = "0",
            paramLabel = "CASES",
            description = "A folder with a folder for each case.")
    private Path cases = Path.of("");

    @Option(
            names = "--output",
            paramLabel = "OUT",
            required = true,
            description = "Where to write what Hebb computed, a folder for each case.")
    private Path output = Path.of("");

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Run the cases of these names alone.")
    private List<String> only = List.of();

    @Override
    public Integer call() {
        threads.apply();
        var out = spec.commandLine().getOut();
        int passed = 0;
        int failed = 0;
        for (var given : chosen()) {
            var verdict = run(given);
            out.printf(
                    "%-40s %-6s  %s%n",
                    verdict.name(), verdict.passed() ? "passed" : "FAILED", verdict.detail());
            out.flush();
            if (verdict.passed()) {
                passed++;
            } else {
                failed++;
            }
        }
        out.printf("%d passed, %d failed%n", passed, failed);
        return failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private List<KerasCase> chosen() {
        var all = KerasCase.in(cases);
        var names = all.stream().map(KerasCase::name).toList();
        for (var name : only) {
            if (!names.contains(name)) {
                throw HebbException.of("--only", "there is no case of that name")
                        .received(name)
                        .expected(Nearest.oneOf(names))
                        .fix(Nearest.fix(name, names));
            }
        }
        return only.isEmpty() ? all : all.stream().filter(c -> only.contains(c.name())).toList();
    }

    // what is wrong with one case must not keep the others from being run
    private Verdict run(KerasCase given) {
        try {
            return CaseRun.of(given, output.resolve(given.name()));
        } catch (HebbException mistake) {
            return new Verdict(given.name(), false, String.valueOf(mistake.getMessage()));
        } catch (RuntimeException | StackOverflowError fault) {
            fault.printStackTrace(spec.commandLine().getErr());
            return new Verdict(given.name(), false, fault.toString());
        }
    }
}
