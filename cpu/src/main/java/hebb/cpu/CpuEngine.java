package hebb.cpu;

import hebb.core.engine.Engine;
import hebb.core.engine.Executable;
import hebb.core.op.Graph;
import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Lanes;
import hebb.cpu.team.Team;

/// The engine for CPUs: fused loops and blocked kernels on vectors, several threads, memory laid
/// out in advance. Its bits are the reference engine's, on any number of threads.
public final class CpuEngine implements Engine {
    /// The system property that, set to `false`, has each node of a graph run as a step of its own:
    /// same bits, to find out whether a fault is the planner's.
    public static final String FUSION = "hebb.fusion";

    private final Team team;
    private final Lowering lowering;

    /// On as many threads as [Team#configuredThreads] says, with vectors where the JVM has them.
    public CpuEngine() {
        this(
                Shared.TEAM,
                Kernels.preferred(),
                Boolean.parseBoolean(System.getProperty(FUSION, "true")));
    }

    /// With a team of its own, and without some of what makes it fast: each such engine has the
    /// same results.
    ///
    /// - `kernels`: made of vectors or of plain loops
    /// - `fusion`: whether to simplify graphs, to fuse nodes and to fold epilogues
    CpuEngine(Team team, Kernels kernels, boolean fusion) {
        this.team = team;
        this.lowering = new Lowering(team.threads(), kernels, fusion);
    }

    /// The threads it runs on.
    public Team team() {
        return team;
    }

    @Override
    public String name() {
        return "cpu";
    }

    @Override
    public String description() {
        var lanes = lowering.kernels().lanes();
        String width = lanes == Lanes.SCALAR ? "scalar loops" : lanes.count() * 32 + "-bit vectors";
        String threads = team.threads() == 1 ? "1 thread" : team.threads() + " threads";
        return "cpu (" + width + ", " + threads + ")";
    }

    @Override
    public int priority() {
        return 100;
    }

    @Override
    public Executable lower(Graph graph) {
        return Planner.plan(graph, team, lowering);
    }

    // the helpers start with the first engine that is used, and one set is enough
    private static final class Shared {
        static final Team TEAM = new Team(Team.configuredThreads());

        static {
            if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
                System.getLogger("hebb.cpu")
                        .log(
                                System.Logger.Level.WARNING,
                                "Hebb computes without vectors, many times slower: run java with"
                                        + " --add-modules jdk.incubator.vector to make it fast");
            }
        }
    }
}
