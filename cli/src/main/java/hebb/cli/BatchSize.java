package hebb.cli;

import hebb.core.shape.HebbException;
import picocli.CommandLine.Option;

/// The option `--batch-size`.
final class BatchSize {
    @Option(
            names = "--batch-size",
            paramLabel = "B",
            description = "Samples a step. Default: ${DEFAULT-VALUE}.")
    private int size = 32;

    int size() {
        if (size < 1) {
            throw HebbException.of("--batch-size", "the number of samples is not positive")
                    .received(size)
                    .expected("1 or more");
        }
        return size;
    }
}
