import org.jspecify.annotations.NullMarked;

/// The `hebb` command.
@NullMarked
module hebb.cli {
    requires hebb;
    requires hebb.core;
    requires info.picocli;
    requires jdk.compiler;
    requires tools.jackson.databind;
    requires static org.jspecify;

    opens hebb.cli to
            info.picocli;
}
