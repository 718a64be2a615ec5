package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.tensor.Scanned;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Several cells as one: each is given what the one before it makes.
///
/// The states are those of the cells, one after the other; the output is the last cell's.
public final class StackedRNNCells extends RecurrentCell<StackedRNNCells> {
    private List<RecurrentCell<?>> cells;

    private StackedRNNCells(List<? extends RecurrentCell<?>> cells) {
        if (cells.isEmpty()) {
            throw HebbException.of("StackedRNNCells", "there are no cells")
                    .expected("at least one");
        }
        this.cells = List.copyOf(cells);
    }

    /// Of these cells.
    public static StackedRNNCells of(RecurrentCell<?>... cells) {
        return new StackedRNNCells(List.of(cells));
    }

    /// Of these cells.
    public static StackedRNNCells of(List<? extends RecurrentCell<?>> cells) {
        return new StackedRNNCells(cells);
    }

    @Override
    public int[] stateSize() {
        return cells.stream().flatMapToInt(c -> Arrays.stream(c.stateSize())).toArray();
    }

    @Override
    public int outputSize() {
        return cells.getLast().outputSize();
    }

    @Override
    int outputState() {
        int own = cells.getLast().outputState();
        return own < 0 ? own : stateSize().length - cells.getLast().stateSize().length + own;
    }

    @Override
    protected List<Tensor> initialStates(Scope s, Shape x) {
        var states = new ArrayList<Tensor>();
        var shape = x;
        for (var cell : cells) {
            states.addAll(cell.initialStates(s.inside(cell), shape));
            shape = Shape.of(x.dim(0), cell.outputSize());
        }
        return states;
    }

    @Override
    Tensor project(Scope s, Tensor x) {
        return cells.getFirst().project(s.inside(cells.getFirst()), x);
    }

    @Override
    protected Scanned step(Scope s, Tensor projected, List<Tensor> states) {
        var next = new ArrayList<Tensor>();
        var x = projected;
        int at = 0;
        for (var cell : cells) {
            var within = s.inside(cell);
            int end = at + cell.stateSize().length;
            var given = at == 0 ? x : cell.project(within, x);
            var made = cell.step(within, given, states.subList(at, end));
            x = made.results().getFirst();
            next.addAll(made.states());
            at = end;
        }
        return new Scanned(List.of(x), next);
    }

    @Override
    @SuppressWarnings("unchecked") // a file's list is checked when its cells are made
    public Options options() {
        return Options.of("cells", List.class, cells, v -> cells = List.copyOf(v));
    }
}
