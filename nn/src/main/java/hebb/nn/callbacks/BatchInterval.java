package hebb.nn.callbacks;

import hebb.nn.Options;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// Says after every so many batches, counted over the epochs, that something is due.
final class BatchInterval {
    private final int batches;
    private int seen;

    private BatchInterval(int batches) {
        this.batches = batches;
    }

    /// After every so many batches; never, if no number is given.
    static BatchInterval of(OptionalInt batches) {
        return new BatchInterval(batches.orElse(Integer.MAX_VALUE));
    }

    /// Keras's option for it: a number of batches, or `"epoch"`.
    static Options option(String name, OptionalInt batches, Consumer<OptionalInt> assign) {
        Object value = batches.isPresent() ? batches.getAsInt() : "epoch";
        return Options.of(
                name,
                Object.class,
                value,
                v ->
                        assign.accept(
                                v instanceof Integer n ? OptionalInt.of(n) : OptionalInt.empty()));
    }

    /// Counts one more batch, and says whether it is due after it.
    boolean isDueAfterThis() {
        seen++;
        boolean due = seen >= batches;
        if (due) {
            seen = 0;
        }
        return due;
    }
}
