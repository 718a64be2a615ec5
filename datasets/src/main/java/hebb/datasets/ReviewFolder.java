package hebb.datasets;

import hebb.core.shape.HebbException;
import hebb.core.shape.UnreadableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// A part of the Large Movie Review Dataset: a review a file, in the folders `neg` and `pos`.
record ReviewFolder(Path folder) {
    private static final List<String> CLASSES = List.of("neg", "pos");

    /// The reviews, by class and by name, as the numbers that a function finds for their words.
    ///
    /// @throws HebbException if the folders are missing or hold no reviews
    RawTexts read(Function<String, int[]> numbers) {
        var x = new ArrayList<int[]>();
        var y = new ArrayList<Long>();
        for (int c = 0; c < CLASSES.size(); c++) {
            // thousands of small files: most of the time is spent opening them
            var texts =
                    Arrays.stream(reviews(folder.resolve(CLASSES.get(c))))
                            .parallel()
                            .map(ReviewFolder::text)
                            .toList();
            for (var text : texts) {
                x.add(numbers.apply(text));
                y.add((long) c);
            }
        }
        return new RawTexts(x, y.stream().mapToLong(Long::longValue).toArray());
    }

    private static Path[] reviews(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw HebbException.of(folder.toString(), "the folder of reviews is missing")
                    .expected("aclImdb/{train,test}/{neg,pos}/*.txt, as published")
                    .fix("unpack aclImdb_v1.tar.gz anew");
        }
        try (var files = Files.list(folder)) {
            var reviews = files.filter(f -> f.toString().endsWith(".txt")).toArray(Path[]::new);
            if (reviews.length == 0) {
                throw HebbException.of(folder.toString(), "there are no reviews").expected("*.txt");
            }
            Arrays.sort(reviews);
            return reviews;
        } catch (IOException e) {
            throw UnreadableFile.of(folder, e);
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw UnreadableFile.of(file, e);
        }
    }
}
