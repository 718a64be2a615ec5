package hebb.nn.layers;

import hebb.nn.Options;
import java.util.List;

/// Any cell, repeated over time: one of Hebb's, one of your own, or several on top of each other.
///
/// Input (batch, time, …), result (batch, units); see [Recurrent] for the options. Weights: the
/// cell's, under its name; in Keras's files under `cell`.
public final class RNN extends Recurrent<RNN> {
    private RecurrentCell<?> cell;

    private RNN(RecurrentCell<?> cell) {
        this.cell = cell;
    }

    /// Of this cell.
    public static RNN of(RecurrentCell<?> cell) {
        return new RNN(cell);
    }

    /// Of these cells, each of which is given what the one before it makes: [StackedRNNCells].
    public static RNN of(List<? extends RecurrentCell<?>> cells) {
        return new RNN(StackedRNNCells.of(cells));
    }

    @Override
    RecurrentCell<?> cell() {
        return cell;
    }

    @Override
    public Options options() {
        return super.options().and("cell", RecurrentCell.class, cell, v -> cell = v);
    }
}
