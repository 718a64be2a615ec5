package hebb.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the figures were taken.
///
/// - `load`: processes that wanted a core in the last minute, before the run; negative if unknown
record Machine(String cpu, int cores, String os, String java, double load) {
    static Machine here() {
        return new Machine(
                cpuModel(),
                Runtime.getRuntime().availableProcessors(),
                "%s %s %s"
                        .formatted(
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("os.arch")),
                "%s %s"
                        .formatted(
                                System.getProperty("java.vendor.version", "Java"),
                                Runtime.version()),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    String describe() {
        var text = "%s, %d cores; %s; %s".formatted(cpu, cores, os, java);
        return load < 0.5
                ? text
                : text
                        + "%nOther processes are at work (load %.1f), and disturb what is measured."
                                .formatted(load);
    }

    private static String cpuModel() {
        var linux = Path.of("/proc/cpuinfo");
        try {
            if (Files.isReadable(linux)) {
                return Files.readAllLines(linux).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("unknown CPU");
            }
            var mac = new ProcessBuilder("sysctl", "-n", "machdep.cpu.brand_string").start();
            try (var output = mac.inputReader()) {
                var model = output.readLine();
                return model == null ? "unknown CPU" : model;
            }
        } catch (IOException e) {
            return "unknown CPU"; // a label, nothing is computed from it
        }
    }
}
