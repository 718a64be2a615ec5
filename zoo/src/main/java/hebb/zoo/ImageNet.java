package hebb.zoo;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The 1,000 classes of the ImageNet challenge, in the order in which networks tell them apart.
/// Source: `imagenet_class_index.json`, as Keras takes it.
public final class ImageNet {
    private static final Pattern ENTRY = Pattern.compile("\\[\"(n\\d{8})\", \"([^\"]+)\"]");
    private static final int USUAL = 5;

    private ImageNet() {}

    /// A class that an image may show, and how likely it is.
    ///
    /// @param id its number in WordNet: `n02504458`
    /// @param name `African_elephant`
    /// @param score what the network says of it
    public record Guess(String id, String name, double score) {
        /// `African_elephant 0.82`.
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s %.2f", name, score);
        }
    }

    /// A class: its number in WordNet and its name.
    private record Kind(String id, String name) {}

    private static final class Kinds {
        static final List<Kind> ALL = read();

        private static List<Kind> read() {
            try (InputStream file =
                    ImageNet.class.getResourceAsStream("imagenet_class_index.json")) {
                var text =
                        new String(
                                Objects.requireNonNull(file).readAllBytes(),
                                StandardCharsets.UTF_8);
                return ENTRY.matcher(text)
                        .results()
                        .map(m -> new Kind(m.group(1), m.group(2)))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The five likeliest classes of each image.
    public static List<List<Guess>> decodePredictions(Tensor predictions) {
        return decodePredictions(predictions, USUAL);
    }

    /// The likeliest classes of each image, the likeliest first. Keras: `decode_predictions`.
    ///
    /// @param predictions `(images, 1000)`, as a network with the top makes them
    /// @throws HebbException if they are not
    public static List<List<Guess>> decodePredictions(Tensor predictions, int top) {
        int classes = Kinds.ALL.size();
        if (predictions.rank() != 2 || predictions.dim(1) != classes) {
            throw HebbException.of(
                            "ImageNet.decodePredictions", "these are no predictions of its classes")
                    .received(predictions.shape())
                    .expected("(images, " + classes + ")");
        }
        var scores = predictions.toDoubles();
        var decoded = new ArrayList<List<Guess>>();
        for (int image = 0; image < predictions.dim(0); image++) {
            int first = image * classes;
            decoded.add(
                    IntStream.range(0, classes)
                            .mapToObj(i -> guess(i, scores[first + i]))
                            .sorted(Comparator.comparingDouble(Guess::score).reversed())
                            .limit(top)
                            .toList());
        }
        return decoded;
    }

    private static Guess guess(int number, double score) {
        var kind = Kinds.ALL.get(number);
        return new Guess(kind.id(), kind.name(), score);
    }
}
