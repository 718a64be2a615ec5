package hebb.data.text;

import hebb.core.shape.UnreadableFile;
import hebb.core.tensor.Tensor;
import hebb.data.Dataset;
import hebb.data.SampleDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Texts in a directory as samples, a `.txt` file each. Keras: `text_dataset_from_directory`.
///
/// Tensors hold no texts: what makes numbers of them is told at the end,
/// `training(vectorize::apply)`. Defaults: class numbers, shuffled, batches of 32.
public final class TextDirectory extends SampleDirectory<TextDirectory> {
    private Optional<Integer> maxLength = Optional.empty();

    private TextDirectory(Path directory) {
        super(directory, Set.of(".txt"));
    }

    /// The texts in this directory.
    public static TextDirectory of(Path directory) {
        return new TextDirectory(directory);
    }

    /// The same, of a directory by its name.
    public static TextDirectory of(String directory) {
        return of(Path.of(directory));
    }

    /// Cuts texts off after this many bytes. Default: not at all.
    public TextDirectory maxLength(int maxLength) {
        return with(d -> d.maxLength = Optional.of(maxLength));
    }

    /// All texts, to learn words from.
    public Strings texts() {
        return texts(paths(Part.ALL));
    }

    /// The texts that are not held back, to learn words from.
    public Strings trainingTexts() {
        return texts(paths(Part.TRAINING));
    }

    /// All texts, as the tensor that a function makes of a batch of them.
    public Dataset dataset(Function<Strings, Tensor> numbers) {
        return dataset(Part.ALL, files -> numbers.apply(texts(files)));
    }

    /// Those that are not held back.
    public Dataset training(Function<Strings, Tensor> numbers) {
        return dataset(Part.TRAINING, files -> numbers.apply(texts(files)));
    }

    /// Those that are held back, always in one order.
    public Dataset validation(Function<Strings, Tensor> numbers) {
        return dataset(Part.VALIDATION, files -> numbers.apply(texts(files)));
    }

    private Strings texts(List<Path> files) {
        return Strings.of(files.stream().map(this::text).toList());
    }

    private String text(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            int length = Math.min(bytes.length, maxLength.orElse(bytes.length));
            return new String(bytes, 0, length, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw UnreadableFile.of(file, e);
        }
    }
}
