package hebb.cli;

import hebb.nn.training.Inference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `hebb evaluate`: prints a model's loss and metrics on samples and their answers.
@Command(
        name = "evaluate",
        description = "Print a model's loss and metrics on samples and their answers.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Threads threads = new Threads();
    @Mixin private ModelFile file = new ModelFile();
    @Mixin private LabelledFiles data = new LabelledFiles();
    @Mixin private BatchSize batch = new BatchSize();

    @Option(names = "--json", description = "Print one line of JSON.")
    private boolean json;

    @Override
    public void run() {
        threads.apply();
        var model = file.loadCompiled();
        var found =
                model.evaluate(
                        data.read(model),
                        Inference.of().batchSize(batch.size()).verbose(json ? 0 : 1));
        spec.commandLine()
                .getOut()
                .println(json ? PythonJson.line(found.values()) : found.toString());
    }
}
