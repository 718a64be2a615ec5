package hebb.data;

import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/// Where the batches of a data set come from: [Indexed] samples or [Streamed] batches.
sealed interface Source permits Indexed, Streamed {
    /// How many samples a pass visits, where that is known before the pass.
    OptionalInt size();

    /// Begins the pass of that number, in batches of that size or, without one, as they come.
    Batches open(OptionalInt batchSize, int epoch);

    Source map(UnaryOperator<Batch> function);

    /// The same samples, always in the order of this pass.
    Source fixed(int epoch);

    Source take(int count);

    Source skip(int count);

    Source shuffle(long seed);

    Source select(int[] numbers);

    Source repeat(int times);
}
