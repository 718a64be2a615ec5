package hebb.cli;

import hebb.core.shape.HebbException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hebb run`: compiles a program inside this process and calls its `main`.
@Command(
        name = "run",
        description = {
            "Run an example by its name, or any Java source file.",
            "",
            "The program is compiled in memory with Hebb on the module path, so that 'import module"
                    + " hebb;' works; any main that 'java FILE' would start is called.",
            ""
        },
        mixinStandardHelpOptions = true)
final class Run implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private Threads threads = new Threads();

    @Parameters(
            index = "0",
            paramLabel = "NAME-or-FILE",
            description = "An example, such as mnist-cnn, or a Java source file.")
    private String name = "";

    @Parameters(
            index = "1..*",
            paramLabel = "ARG",
            description = "Handed to the program; after -- even what looks like an option here.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() {
        threads.apply();
        var program = Program.compile(source());
        try {
            program.run(arguments.toArray(String[]::new));
            return ExitCode.OK;
        } catch (HebbException mistake) {
            var err = spec.commandLine().getErr();
            err.println(mistake.getMessage());
            program.lineOf(mistake).ifPresent(line -> err.println("  at " + line));
            return ExitCode.USAGE;
        } catch (Throwable thrown) {
            thrown.printStackTrace(spec.commandLine().getErr());
            return ExitCode.SOFTWARE;
        }
    }

    private Path source() {
        var file = Path.of(name);
        return Files.isRegularFile(file) ? file : Examples.ofThisCheckout().find(name);
    }
}
