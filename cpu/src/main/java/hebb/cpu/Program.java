package hebb.cpu;

import hebb.core.engine.Executable;
import hebb.core.engine.Workspace;
import hebb.core.plan.PlanMemory;
import hebb.core.shape.DType;
import hebb.cpu.step.Bindings;
import hebb.cpu.step.Step;
import hebb.cpu.team.Team;
import hebb.cpu.work.Operands;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A plan ready to run: a fixed list of steps. A steady run allocates nothing.
///
/// With the system property `hebb.profile=true` it measures its steps, [#plan] tells how long each
/// took, and the plans that took longest are printed at the end.
final class Program implements Executable {
    private static final boolean PROFILE = Boolean.getBoolean("hebb.profile");

    private final Team team;
    private final Step[] steps;
    private final DType[] arenaTypes;
    private final PlanMemory memory;
    private final @Nullable Profile profile;
    private final AtomicReference<@Nullable Frame> idle = new AtomicReference<>();

    Program(Team team, List<Step> steps, PlanMemory memory) {
        this.team = team;
        this.steps = steps.toArray(Step[]::new);
        this.memory = memory;
        this.arenaTypes = memory.dtypes().toArray(DType[]::new);
        this.profile = PROFILE ? new Profile(steps.size()) : null;
        if (PROFILE) {
            Profile.atExit(this);
        }
    }

    /// How long all runs took, where that is measured.
    double nanos() {
        return profile == null ? 0 : profile.nanos();
    }

    @Override
    public void run(Object[] arguments, Object[] results, Workspace workspace) {
        var frame = idle.getAndSet(null);
        if (frame == null) {
            frame = new Frame();
        }
        frame.bind(arguments, results, workspace);
        if (profile == null) {
            for (int i = 0; i < steps.length; i++) {
                steps[i].run(team, frame.operands[i]);
            }
        } else {
            measured(frame.operands, team, profile);
        }
        frame.release();
        idle.set(frame);
    }

    private void measured(Operands[] operands, Team on, Profile profile) {
        long before = System.nanoTime();
        for (int i = 0; i < steps.length; i++) {
            steps[i].run(on, operands[i]);
            long now = System.nanoTime();
            profile.add(i, now - before);
            before = now;
        }
    }

    // ---- for those who run it as a part of something

    /// Operands for all steps, not bound yet.
    Operands[] operands() {
        return Arrays.stream(steps).map(Step::operands).toArray(Operands[]::new);
    }

    /// Puts the arrays of a run into the operands.
    void bind(Operands[] operands, Bindings run) {
        for (int i = 0; i < steps.length; i++) {
            steps[i].bind(operands[i], run);
        }
    }

    /// Runs all steps on the calling thread, which is the only one of its team.
    void run(Operands[] operands) {
        if (profile != null) {
            measured(operands, team, profile);
            return;
        }
        for (int i = 0; i < steps.length; i++) {
            steps[i].run(operands[i]);
        }
    }

    /// About how long a run takes, as [hebb.cpu.work.Phase#cost] has it.
    long cost() {
        return Arrays.stream(steps).mapToLong(Step::cost).sum();
    }

    /// The memory that it needs.
    PlanMemory memory() {
        return memory;
    }

    @Override
    public String plan() {
        var text = new StringBuilder();
        for (int i = 0; i < steps.length; i++) {
            text.append(profile == null ? "" : profile.column(i));
            text.append("%3d %s%n".formatted(i, steps[i].name()));
        }
        if (profile != null) {
            text.append(profile.total()).append(System.lineSeparator());
        }
        return text.append("memory: ").append(memory).toString();
    }

    /// The operands of all steps, bound to the arrays of one run at a time.
    private final class Frame {
        final Operands[] operands = operands();
        @Nullable Bindings run;

        void bind(Object[] arguments, Object[] results, Workspace workspace) {
            var bindings = run;
            if (bindings == null) {
                bindings = new Bindings(arguments.length, results.length);
                run = bindings;
            }
            for (int i = 0; i < arguments.length; i++) {
                bindings.argument(i, arguments[i], 0);
            }
            for (int i = 0; i < results.length; i++) {
                bindings.result(i, results[i], 0);
            }
            for (var dtype : arenaTypes) {
                bindings.arena(dtype, workspace.array(dtype, memory.size(dtype)), 0);
            }
            Program.this.bind(operands, bindings);
        }

        void release() {
            if (run != null) {
                run.release();
            }
            for (var o : operands) {
                o.release();
            }
        }
    }
}
