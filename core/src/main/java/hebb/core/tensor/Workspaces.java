package hebb.core.tensor;

import hebb.core.engine.Workspace;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The memory in which plans run: a small pool, so that several threads can predict at once, and so
/// that many plans, run one after the other, share one workspace.
final class Workspaces {
    private static final AtomicReferenceArray<Workspace> IDLE = new AtomicReferenceArray<>(16);

    private Workspaces() {}

    /// A workspace for one run. A run that fails may keep it.
    static Workspace lease() {
        for (int i = 0; i < IDLE.length(); i++) {
            var workspace = IDLE.getAndSet(i, null);
            if (workspace != null) {
                return workspace;
            }
        }
        return new Workspace();
    }

    static void release(Workspace workspace) {
        for (int i = 0; i < IDLE.length(); i++) {
            if (IDLE.compareAndSet(i, null, workspace)) {
                return;
            }
        }
    }
}
