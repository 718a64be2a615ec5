package hebb.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.HebbException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {
    @TempDir private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("MnistCnn.java"),
                "import module hebb;\n\n/// Digits.\nvoid main() {}");
        Files.writeString(folder.resolve("XorByHand.java"), "void main() {}");
        Files.writeString(folder.resolve("notes.txt"), "");
    }

    @ParameterizedTest
    @CsvSource({"MnistCnn.java,mnist-cnn", "Vgg16Cats.java,vgg16-cats", "Xor.java,xor"})
    void aFileIsNamedByItsWords(Path file, String name) {
        assertThat(Examples.name(file)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mnist-cnn", "MnistCnn", "MnistCnn.java"})
    void isFoundByAnySpelling(String name) {
        assertThat(Examples.in(folder).find(name)).isEqualTo(folder.resolve("MnistCnn.java"));
    }

    @Test
    void anUnknownNameListsNearOnesAndAll() {
        assertThatThrownBy(() -> Examples.in(folder).find("mnist-cn"))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        """
                        hebb run: there is no file and no example 'mnist-cn'
                          received: mnist-cn      expected: a Java source file, or one of mnist-cnn, xor-by-hand
                          fix: hebb run mnist-cnn\
                        """);
    }

    @Test
    void withoutACheckoutAFileIsAskedFor() {
        assertThatThrownBy(() -> Examples.in(folder.resolve("none")).find("mnist-cnn"))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        """
                        hebb run: there is no file 'mnist-cnn'
                          received: mnist-cnn      expected: a Java source file, or in a checkout the name of an example
                          fix: hebb run path/to/Program.java\
                        """);
    }

    @Test
    void theListShowsTheFirstLineOfEachDoc() {
        assertThat(Examples.in(folder).list().lines())
                .containsExactly("", "Examples:", "  mnist-cnn    Digits.", "  xor-by-hand  ");
    }
}
