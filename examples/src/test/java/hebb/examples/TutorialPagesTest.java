package hebb.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pages show the programs as they are.
class TutorialPagesTest {
    static List<TutorialPage> pages() {
        return TutorialPage.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void programsAreTheExamples(TutorialPage page) throws IOException {
        for (var program : page.programs()) {
            assertThat(program).isEqualTo(Files.readString(source(page.example())));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(TutorialPage page) {
        assertThat(page.deadLinks()).isEmpty();
    }

    /// `xor-by-hand` is `XorByHand.java`.
    private static Path source(String example) {
        return Path.of(
                Arrays.stream(example.split("-", -1))
                        .map(w -> w.substring(0, 1).toUpperCase(Locale.ROOT) + w.substring(1))
                        .collect(Collectors.joining("", "", ".java")));
    }
}
