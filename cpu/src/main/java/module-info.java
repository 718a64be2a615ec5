import org.jspecify.annotations.NullMarked;

/// The CPU engine, on the Vector API where the JVM has it and on scalar loops elsewhere. Imported
/// by nobody: found as a service.
@NullMarked
module hebb.cpu {
    requires hebb.core;
    requires jdk.incubator.vector;
    requires static org.jspecify;

    provides hebb.core.engine.Engine with
            hebb.cpu.CpuEngine;
}
