package hebb.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `hebb summary`: prints a model's layers, as Keras prints them.
@Command(
        name = "summary",
        description = "Print a model's layers, as Keras prints them.",
        mixinStandardHelpOptions = true)
final class SummaryCommand implements Runnable {
    @Mixin private ModelFile file = new ModelFile();

    @Override
    public void run() {
        file.load().summary();
    }
}
