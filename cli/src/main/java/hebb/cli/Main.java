package hebb.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER;

import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// The `hebb` command. Ends with 0 (done), 1 (a failed check, or a bug, with its trace) or 2 (a
/// mistake of the user: its text, and the line of a program that it stopped; no trace).
@Command(
        name = "hebb",
        description = "Deep learning for the JVM, in pure Java.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nIn a checkout of the sources, ./hebb also knows:%n",
        footer = {
            "  test   Build everything with all checks, run all tests.",
            "  bench  Time the kernels and whole training steps.",
            "  format Bring every source file into the house format.",
            "",
            "Try: hebb run mnist-cnn --epochs 1"
        })
final class Main implements Runnable {
    /// What the launcher does before Java starts; named here so that a slip of the finger finds it.
    private static final List<String> OF_THE_LAUNCHER = List.of("test", "bench", "format");

    @Spec private CommandSpec spec = CommandSpec.create();

    static void main(String[] args) {
        int code = execute(args);
        if (code != ExitCode.OK) {
            System.exit(code);
        }
        // with 0 the JVM ends by itself, after the threads that the program may have left at work
    }

    /// Runs one command line; returns the exit code.
    static int execute(String... args) {
        var run = new CommandLine(new Run());
        run.getHelpSectionMap().put(SECTION_KEY_FOOTER, help -> Examples.ofThisCheckout().list());
        var line =
                new CommandLine(new Main())
                        .addSubcommand(run)
                        .addSubcommand(new FitCommand())
                        .addSubcommand(new PredictCommand())
                        .addSubcommand(new EvaluateCommand())
                        .addSubcommand(new SummaryCommand())
                        .addSubcommand(new ConformanceCommand());
        run.setUnmatchedOptionsArePositionalParams(true); // --epochs 1 is the program's
        line.setParameterExceptionHandler(Main::misread);
        line.setExecutionExceptionHandler(Main::failed);
        return line.execute(args);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int misread(ParameterException e, String[] args) {
        var line = e.getCommandLine();
        if (line.getCommand() instanceof Main
                && e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().getFirst().startsWith("-")) {
            return report(line, unknownCommand(line, unmatched.getUnmatched().getFirst()));
        }
        var command = line.getCommandSpec().qualifiedName();
        var what = String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
        return report(
                line,
                HebbException.of(command, Character.toLowerCase(what.charAt(0)) + what.substring(1))
                        .fix(command + " --help shows what it takes"));
    }

    private static HebbException unknownCommand(CommandLine line, String name) {
        var names = new ArrayList<>(line.getSubcommands().keySet());
        names.addAll(OF_THE_LAUNCHER);
        var near = Nearest.to(name, names);
        return HebbException.of("hebb", "there is no command '" + name + "'")
                .received(name)
                .expected("one of " + String.join(", ", names))
                .fix((near.isEmpty() ? "" : "hebb " + near.getFirst() + ", or ") + "hebb --help");
    }

    private static int failed(Exception e, CommandLine line, ParseResult parsed) {
        if (e instanceof HebbException mistake) {
            return report(line, mistake);
        }
        e.printStackTrace(line.getErr());
        return ExitCode.SOFTWARE;
    }

    private static int report(CommandLine line, HebbException mistake) {
        line.getErr().println(mistake.getMessage());
        return ExitCode.USAGE;
    }
}
