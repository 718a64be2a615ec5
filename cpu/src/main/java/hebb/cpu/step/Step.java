package hebb.cpu.step;

import hebb.core.shape.DType;
import hebb.cpu.team.Team;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import hebb.cpu.work.Work;
import java.util.List;
import java.util.Map;

/// A kernel whose operands have their places: what a plan is a list of.
public final class Step {
    private static final int SPARE = 4; // slots that a kernel knows of but does not use

    private final String name;
    private final Work work;
    private final Phase[] phases;
    private final Place[] places;
    private final Place scratch;

    /// - `places`: of each slot
    /// - `scratch`: of the work's own scratch
    public Step(String name, Work work, List<Place> places, Place scratch) {
        this.name = name;
        this.work = work;
        this.phases = work.phases().toArray(Phase[]::new);
        this.places = places.toArray(Place[]::new);
        this.scratch = scratch;
    }

    /// Operands for this step, not bound yet.
    public Operands operands() {
        return Operands.of(places.length + SPARE);
    }

    /// Puts the arrays of a run into this step's operands.
    public void bind(Operands o, Object[] arguments, Object[] results, Map<DType, Object> arenas) {
        for (int i = 0; i < places.length; i++) {
            o.bind(i, places[i].array(arguments, results, arenas), places[i].offset());
        }
        o.scratch(scratch.array(arguments, results, arenas), scratch.offset(), work);
    }

    /// Does the work.
    public void run(Team team, Operands o) {
        for (var phase : phases) {
            team.run(phase, o);
        }
    }

    /// What it does, for people.
    public String name() {
        return name;
    }
}
