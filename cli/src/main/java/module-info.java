import org.jspecify.annotations.NullMarked;

/// The `hebb` command.
@NullMarked
module hebb.cli {
    requires hebb;
    requires info.picocli;
    requires java.compiler;
    requires static org.jspecify;
}
