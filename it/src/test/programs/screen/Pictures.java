import hebb.core.tensor.Tensor;
import hebb.data.image.ImageFiles;
import hebb.plot.Plot;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes and reads an image, saves a picture, then shows it.
class Pictures {
    static void main(String[] args) throws Exception {
        var file = Path.of(args[0]);
        ImageFiles.write(Tensor.zeros(2, 2, 3), file);
        IO.println(ImageFiles.read(file).shape());
        var chart = Plot.lines().line("squares", 1, 4, 9);
        chart.save(file);
        chart.show();
        IO.println(Files.size(file) > 1000 ? "saved" : "not saved");
    }
}
