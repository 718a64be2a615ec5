package hebb.cpu.step;

import hebb.cpu.team.Team;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import hebb.cpu.work.Work;
import java.util.List;

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
    public void bind(Operands o, Bindings run) {
        for (int i = 0; i < places.length; i++) {
            o.bind(i, places[i].array(run), places[i].offset(run));
        }
        o.scratch(scratch.array(run), scratch.offset(run), work);
    }

    /// Does the work.
    public void run(Team team, Operands o) {
        for (var phase : phases) {
            team.run(phase, o);
        }
    }

    /// Does the work on the calling thread.
    public void run(Operands o) {
        for (var phase : phases) {
            phase.runAlone(o);
        }
    }

    /// About how long it takes, as [Phase#cost] has it.
    public long cost() {
        long cost = 0;
        for (var phase : phases) {
            cost += phase.cost();
        }
        return cost;
    }

    /// What it does, for people.
    public String name() {
        return name;
    }
}
