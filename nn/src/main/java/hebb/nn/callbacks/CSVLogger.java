package hebb.nn.callbacks;

import hebb.core.shape.HebbException;
import hebb.nn.Configured;
import hebb.nn.Options;
import hebb.nn.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Writes what was measured to a file, one line an epoch: the epoch, from 0, then the values in the
/// order of their names, under a header.
///
/// Defaults: commas; a file that is there is replaced. Values that are missing are `NA`. Keras:
/// `CSVLogger`.
public final class CSVLogger extends Configured<CSVLogger> implements TrainingCallback {
    private static final String END = "\r\n";

    private String filename;
    private String separator = ",";
    private boolean append;

    private List<String> names = List.of();
    private boolean hasHeader;

    private CSVLogger(String filename) {
        this.filename = filename;
    }

    /// To this file.
    public static CSVLogger of(String filename) {
        return new CSVLogger(filename);
    }

    /// To this file.
    public static CSVLogger of(Path filename) {
        return of(filename.toString());
    }

    /// With this between the values. Default: a comma.
    public CSVLogger separator(String separator) {
        return with(c -> c.separator = separator);
    }

    /// Whether to go on with a file that is there. Default: it is replaced.
    public CSVLogger append(boolean append) {
        return with(c -> c.append = append);
    }

    @Override
    public void onTrainBegin(Training training) {
        names = List.of();
        try {
            hasHeader = append && Files.exists(file()) && Files.size(file()) > 0;
            if (!hasHeader) {
                Files.writeString(file(), "");
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void onEpochEnd(Training training, int epoch, Map<String, Double> logs) {
        if (names.isEmpty()) {
            names = names(logs);
            if (!hasHeader) {
                write("epoch" + separator + String.join(separator, names));
            }
        }
        var values = new ArrayList<>(List.of(String.valueOf(epoch)));
        for (var name : names) {
            var value = logs.get(name);
            values.add(value == null ? "NA" : value.toString());
        }
        write(String.join(separator, values));
    }

    /// As Keras: without validation after the first epoch there are places for it all the same.
    private static List<String> names(Map<String, Double> logs) {
        var names = new ArrayList<>(new TreeSet<>(logs.keySet()));
        if (names.stream().noneMatch(n -> n.startsWith("val_"))) {
            names.addAll(names.stream().map(n -> "val_" + n).toList());
        }
        return names;
    }

    private void write(String line) {
        try {
            Files.writeString(file(), line + END, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Path file() {
        return Path.of(filename);
    }

    private HebbException unwritable(IOException e) {
        return HebbException.of("CSVLogger", "the file cannot be written")
                .received("'" + filename + "'")
                .cause(e);
    }

    @Override
    public Options options() {
        return Options.of("filename", String.class, filename, v -> filename = v)
                .and("separator", String.class, separator, v -> separator = v)
                .and("append", boolean.class, append, v -> append = v);
    }
}
