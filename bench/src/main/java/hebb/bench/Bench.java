package hebb.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One run of the benchmark, from the peers' installation to the table.
final class Bench {
    private final Settings settings;
    private final PrintWriter out;
    private final Path home = Path.of(System.getProperty("hebb.home", "."));
    private final Path results = home.resolve("target").resolve("bench");

    Bench(Settings settings, PrintWriter out) {
        this.settings = settings;
        this.out = out;
    }

    void run() throws Exception {
        Files.createDirectories(results);
        var contenders = contenders();
        var machine = Machine.here();
        say(machine.describe());
        var kernels = PeakShares.measure(settings.threads());
        say(kernels.describe());

        var workers = new ArrayList<Worker>();
        try {
            for (var contender : contenders) {
                workers.add(Worker.start(contender, results));
            }
            var versions = versions(workers);
            say("%d threads; %s".formatted(settings.threads(), listed(versions)));
            var raw = new ArrayList<Results.Raw>();
            var last = new ArrayList<Standing>();
            for (var network : settings.networks()) {
                var attempts = new Race(workers, settings.rounds(), out).run(network);
                for (int i = 0; i < attempts.size(); i++) {
                    for (var entry : attempts.get(i).entries()) {
                        raw.add(Results.Raw.of(attempts.get(i), i + 1, entry));
                    }
                }
                last.add(attempts.getLast());
                say(Report.details(attempts.getLast()));
            }
            say(Report.table(last));
            var file =
                    new Results(machine, settings.threads(), versions, kernels, raw).write(results);
            say("Raw figures: " + home.relativize(file));
        } finally {
            workers.forEach(Worker::close);
        }
    }

    private List<Contender> contenders() throws IOException, InterruptedException {
        var all = new ArrayList<Contender>();
        all.add(Contenders.hebb("", settings.threads()));
        for (var variant : settings.variants()) {
            all.add(Contenders.hebb(variant, settings.threads()));
        }
        if (settings.peers()) {
            var programs = home.resolve("bench").resolve("peers");
            var python = PythonEnvironment.ofUser(programs.resolve("requirements.txt")).ready(out);
            all.addAll(Contenders.peers(python, programs, settings.threads()));
        }
        return all;
    }

    private static TreeMap<String, String> versions(List<Worker> workers) {
        var versions = new TreeMap<String, String>();
        workers.forEach(worker -> versions.putAll(worker.versions()));
        return versions;
    }

    private static String listed(TreeMap<String, String> versions) {
        return versions.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    private void say(String text) {
        out.println(text);
        out.flush();
    }
}
