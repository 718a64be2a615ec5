package hebb.bench;

import hebb.core.shape.HebbException;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The Python that the peers run in: a virtual environment under `~/.hebb/peers`, made once for
/// each state of `requirements.txt` and each version of Python.
final class PythonEnvironment {
    private static final List<String> NAMES =
            List.of("python3", "python3.13", "python3.12", "python3.11", "python");
    private static final String VERSION = "import sys; print('%d.%d' % sys.version_info[:2])";
    private static final List<String> FIT = List.of("3.11", "3.12", "3.13");

    private final Path requirements;
    private final Path store;
    private final List<Path> searched;

    /// - `requirements`: what pip is to install
    /// - `store`: the folder in which environments are kept
    /// - `searched`: folders in which a Python may lie
    PythonEnvironment(Path requirements, Path store, List<Path> searched) {
        this.requirements = requirements;
        this.store = store;
        this.searched = searched;
    }

    /// The environment of these requirements in the user's home.
    static PythonEnvironment ofUser(Path requirements) {
        return new PythonEnvironment(
                requirements,
                Path.of(System.getProperty("user.home"), ".hebb", "peers"),
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .filter(folder -> !folder.isEmpty())
                        .map(Path::of)
                        .toList());
    }

    /// The environment's Python; installs what is missing, which takes minutes the first time.
    Path ready(PrintWriter out) throws IOException, InterruptedException {
        var base = basePython();
        var home = store.resolve(key(base));
        var complete = home.resolve("complete");
        if (!Files.exists(complete)) {
            out.println("Installing Keras and PyTorch into " + home + " (once, minutes) …");
            out.flush();
            install(base, home);
            Files.createFile(complete);
        }
        return executable(home);
    }

    private static Path executable(Path environment) {
        var windows = environment.resolve("Scripts").resolve("python.exe");
        return Files.exists(windows) ? windows : environment.resolve("bin").resolve("python");
    }

    private void install(Base base, Path home) throws IOException, InterruptedException {
        Files.createDirectories(store);
        var log = store.resolve(home.getFileName() + ".log");
        run(log, base.path().toString(), "-m", "venv", "--clear", home.toString());
        run(
                log,
                executable(home).toString(),
                "-m",
                "pip",
                "install",
                "--disable-pip-version-check",
                "-r",
                requirements.toString());
    }

    private static void run(Path log, String... command) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        if (process.waitFor() != 0) {
            var lines = Files.readAllLines(log);
            throw HebbException.of("hebb bench --peers", "the peers could not be installed")
                    .received(String.join(" ", command))
                    .expected("exit code 0")
                    .fix(
                            "see %s, which ends with: %s"
                                    .formatted(log, lines.isEmpty() ? "" : lines.getLast()));
        }
    }

    private record Base(Path path, String version) {}

    private Base basePython() throws IOException, InterruptedException {
        var seen = new StringBuilder();
        for (var name : NAMES) {
            for (var folder : searched) {
                var path = folder.resolve(name);
                if (!Files.isExecutable(path)) {
                    continue;
                }
                var version = version(path);
                if (FIT.contains(version)) {
                    return new Base(path, version);
                }
                seen.append(seen.isEmpty() ? "" : ", ").append(path + " (" + version + ")");
            }
        }
        throw HebbException.of("hebb bench --peers", "no Python that Keras and PyTorch run on")
                .received(seen.isEmpty() ? "no Python on the PATH" : seen)
                .expected("Python 3.11, 3.12 or 3.13")
                .fix("install one, or run hebb bench without --peers");
    }

    private static String version(Path python) throws IOException, InterruptedException {
        var process = new ProcessBuilder(python.toString(), "-c", VERSION).start();
        try (var output = process.inputReader()) {
            var version = output.readLine();
            return process.waitFor(10, TimeUnit.SECONDS) && version != null ? version : "unknown";
        }
    }

    private String key(Base base) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(base.version().getBytes(StandardCharsets.UTF_8));
            for (var line : Files.readAllLines(requirements)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    digest.update(line.getBytes(StandardCharsets.UTF_8));
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }
}
