import hebb.plot.Plot;
import java.nio.file.Files;
import java.nio.file.Path;

/// Saves a picture, then shows it.
class Pictures {
    static void main(String[] args) throws Exception {
        var chart = Plot.lines().line("squares", 1, 4, 9);
        chart.save(args[0]);
        chart.show();
        IO.println(Files.size(Path.of(args[0])) > 0 ? "saved" : "empty");
    }
}
