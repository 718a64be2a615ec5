package hebb.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// All figures of a run as they were measured, for a file of their own.
///
/// - `versions`: of what the contenders run on
/// - `standings`: in the order of measurement, those that had to be repeated included
record Results(
        Machine machine,
        int threads,
        Map<String, String> versions,
        PeakShares kernels,
        List<Raw> standings) {
    /// One contender in one standing; times in nanoseconds.
    record Raw(
            String network,
            int batch,
            int stepsPerRound,
            int attempt,
            String contender,
            List<Double> warmUpBlockMedians,
            boolean warmUpSteady,
            List<Double> stepNanosByRound,
            double lastLoss,
            double bytesPerStep) {
        static Raw of(Standing standing, int attempt, Standing.Entry entry) {
            return new Raw(
                    standing.network().name(),
                    standing.network().batch(),
                    standing.network().steps(),
                    attempt,
                    entry.contender().name(),
                    entry.warmUp().blockNanos(),
                    entry.warmUp().steady(),
                    entry.times().nanos(),
                    entry.loss(),
                    entry.bytes());
        }
    }

    /// Writes them into `folder`, under a name with the time; returns the file.
    Path write(Path folder) throws IOException {
        var now = LocalDateTime.now().format(DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss"));
        var file = folder.resolve("bench-" + now + ".json");
        var json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(file, json.writeValueAsString(this));
        return file;
    }
}
