package hebb.examples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Data sets of a few samples, in the forms in which the large ones are published.
record SmallDataSets(Path folder) {
    private static final int PLANE = 32 * 32;

    /// What a program is started with to find them.
    Map<String, String> environment() {
        return Map.of("HEBB_DATASETS", folder.toString());
    }

    /// CIFAR-10 of six files with `count` images each. Each class has a colour of its own, under
    /// noise.
    SmallDataSets withCifar10(int count) throws IOException {
        var batches = Files.createDirectories(folder.resolve("cifar-10-batches-bin"));
        for (int i = 1; i <= 5; i++) {
            Files.write(batches.resolve("data_batch_" + i + ".bin"), images(count, i));
        }
        Files.write(batches.resolve("test_batch.bin"), images(count, 6));
        return this;
    }

    private static byte[] images(int count, int seed) {
        var random = new Random(seed);
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            int label = random.nextInt(10);
            bytes.write(label);
            for (int color = 0; color < 3; color++) {
                int level = (label * (color + 3) % 10) * 20;
                for (int pixel = 0; pixel < PLANE; pixel++) {
                    bytes.write(level + random.nextInt(60));
                }
            }
        }
        return bytes.toByteArray();
    }

    /// 400 film reviews of twenty words, one of which tells what they think.
    SmallDataSets withReviews() throws IOException {
        var random = new Random(1);
        for (var part : List.of("train", "test")) {
            for (var kind : List.of("neg", "pos")) {
                var reviews = Files.createDirectories(folder.resolve("aclImdb", part, kind));
                for (int i = 0; i < 100; i++) {
                    Files.writeString(reviews.resolve(i + "_5.txt"), review(kind, random));
                }
            }
        }
        return this;
    }

    private static String review(String kind, Random random) {
        var words = List.of("the", "film", "a", "story", "actor", "and", "of", "scene", "music");
        var opinion = kind.equals("pos") ? "wonderful" : "awful";
        var text = new StringBuilder("it is " + opinion);
        for (int i = 0; i < 17; i++) {
            text.append(' ').append(words.get(random.nextInt(words.size())));
        }
        return text.append(opinion.charAt(0) == 'w' ? " wonderful" : " awful").toString();
    }

    /// A play of one verse over and over.
    SmallDataSets withShakespeare() throws IOException {
        Files.writeString(
                folder.resolve("tinyshakespeare.txt"),
                "ROMEO:\nBut soft, what light through yonder window breaks?\n\n".repeat(200));
        return this;
    }
}
