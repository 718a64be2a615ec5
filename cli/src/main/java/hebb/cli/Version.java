package hebb.cli;

import picocli.CommandLine.IVersionProvider;

/// Which Hebb this is, and what runs it.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var descriptor = Version.class.getModule().getDescriptor();
        var version =
                descriptor == null ? "" : descriptor.rawVersion().map(v -> " " + v).orElse("");
        return new String[] {
            "hebb" + version,
            "Java %s, %s".formatted(Runtime.version(), System.getProperty("java.home")),
            "%s %s, %d processors"
                    .formatted(
                            System.getProperty("os.name"),
                            System.getProperty("os.arch"),
                            Runtime.getRuntime().availableProcessors())
        };
    }
}
