package hebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunTest {
    @TempDir private Path folder;

    @AfterEach
    void forget() {
        System.clearProperty("hebb.threads");
    }

    static Stream<String> programs() {
        return Stream.of(
                "void main(String[] args) { IO.println(args[0] + args.length); }",
                "static void main(String[] args) { IO.println(args[0] + args.length); }",
                "protected void main(String... args) { IO.println(args[0] + args.length); }",
                """
                public class P {
                    public static void main(String[] args) { IO.println(args[0] + args.length); }
                }
                """,
                """
                class Another {}
                class Base { void main(String[] args) { IO.println(args[0] + args.length); } }
                class P extends Base { static void main() { IO.println("the one with arguments wins"); } }
                """,
                """
                interface Speaks { default void main(String[] args) { IO.println(args[0] + args.length); } }
                """
                        .replace("interface", "class P implements Speaks {} interface"),
                """
                enum P { ONE; static void main(String[] args) { IO.println(args[0] + args.length); } }
                """,
                """
                record P(int x) {
                    P() { this(2); }
                    void main(String[] args) { IO.println(args[0] + x); }
                }
                """);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void everyMainThatJavaWouldStartIsCalled(String source) throws IOException {
        assertThat(run(write("P.java", source), "a", "b")).isEqualTo(new Outcome(0, "a2\n", ""));
    }

    @Test
    void mainMayTakeNothing() throws IOException {
        assertThat(run(write("P.java", "void main() { IO.println(1); }"), "ignored"))
                .isEqualTo(new Outcome(0, "1\n", ""));
    }

    @Test
    void hebbIsOnTheModulePath() throws IOException {
        var program =
                write("P.java", "import module hebb; void main() { IO.print(Shape.of(2, 3)); }");
        assertThat(run(program)).isEqualTo(new Outcome(0, "(2, 3)", ""));
    }

    @Test
    void classesInPackagesAndInFilesBeside() throws IOException {
        Files.createDirectories(folder.resolve("a/b"));
        Files.createDirectories(folder.resolve("a/c"));
        Files.writeString(
                folder.resolve("a/c/Other.java"),
                "package a.c; public class Other { public static int two() { return 2; } }");
        var program =
                write(
                        "a/b/P.java",
                        """
                        package a.b;
                        public class P {
                            enum Kind { X { @Override int v() { return a.c.Other.two(); } }; abstract int v(); }
                            void main() { Runnable r = () -> IO.println(Kind.X.v() + Beside.ONE); r.run(); }
                        }
                        class Beside { static final int ONE = 1; }
                        """);
        assertThat(run(program)).isEqualTo(new Outcome(0, "3\n", ""));
    }

    @Test
    void whatLooksLikeAnOptionIsTheProgramsUnlessItIsOurs() throws IOException {
        var program =
                write(
                        "P.java",
                        """
                        void main(String[] args) {
                            IO.println(String.join(" ", args) + " " + System.getProperty("hebb.threads"));
                        }
                        """);
        assertThat(run(program, "--epochs", "1", "--threads", "2", "-x", "--", "--threads"))
                .isEqualTo(new Outcome(0, "--epochs 1 -x --threads 2\n", ""));
    }

    @Test
    void threadsMustBePositive() throws IOException {
        assertThat(run(write("P.java", "void main() {}"), "--threads", "0"))
                .isEqualTo(
                        new Outcome(
                                2,
                                "",
                                """
                                --threads: the number of threads is not positive
                                  received: 0      expected: 1 or more
                                  fix: --threads 1, or leave it out to use all cores
                                """));
    }

    @Test
    void aProgramThatDoesNotCompileIsShownTheCompilersWords() throws IOException {
        var program = write("P.java", "void main() {\n    int x = 1\n    y();\n}\n");
        assertThat(run(program))
                .isEqualTo(
                        new Outcome(
                                2,
                                "",
                                """
                                FILE: the program does not compile
                                  received: 2 errors      expected: Java VERSION
                                  fix: mend what the compiler names, the first error first

                                FILE:2: error: ';' expected
                                    int x = 1
                                             ^
                                FILE:3: error: cannot find symbol
                                    y();
                                    ^
                                  symbol:   method y()
                                  location: class P
                                """
                                        .replace("FILE", program.toString())
                                        .replace("VERSION", "" + Runtime.version().feature())));
    }

    @Test
    void hundredErrorsStillFitOnAScreen() throws IOException {
        var wrong =
                IntStream.range(0, 100)
                        .mapToObj(i -> "    int x%d = \"\";\n".formatted(i))
                        .collect(Collectors.joining());
        var err = run(write("P.java", "void main() {\n" + wrong + "}\n")).err();
        assertThat(err.lines().count()).isLessThanOrEqualTo(24);
        assertThat(err).contains("received: 100 errors").endsWith("… and 94 more\n");
    }

    @Test
    void aMistakeIsShownWithTheLineOfTheProgram() throws IOException {
        var program =
                write(
                        "P.java",
                        """
                        import module hebb;
                        void main() { throw HebbException.of("Dense 'fc1'", "too wide").fix("narrow it"); }
                        """);
        assertThat(run(program))
                .isEqualTo(
                        new Outcome(
                                2,
                                "",
                                """
                                Dense 'fc1': too wide
                                  fix: narrow it
                                  at P.java:2
                                """));
    }

    @Test
    void aMistakeFoundInHebbIsShownWithTheLineThatCalled() throws IOException {
        var program =
                write(
                        "P.java",
                        """
                        import module hebb;
                        void main() {
                            List.of(3, -1).forEach(units -> dense(units));
                        }
                        void dense(int units) {
                            Dense.of(units);
                        }
                        """);
        var outcome = run(program);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("Dense: ").endsWith("\n  at P.java:6\n");
    }

    @Test
    void aBugIsShownWithTheProgramsOwnFrames() throws IOException {
        var program =
                write(
                        "P.java",
                        """
                        void main() { deeper(); }
                        void deeper() {
                            try {
                                throw new IllegalStateException("inner");
                            } catch (IllegalStateException e) {
                                throw new AssertionError("outer", e);
                            }
                        }
                        """);
        assertThat(run(program))
                .isEqualTo(
                        new Outcome(
                                1,
                                "",
                                """
                                java.lang.AssertionError: outer
                                \tat P.deeper(P.java:6)
                                \tat P.main(P.java:1)
                                Caused by: java.lang.IllegalStateException: inner
                                \tat P.deeper(P.java:4)
                                \t... 1 more
                                """));
    }

    @Test
    void aProgramWithoutMainIsAMistake() throws IOException {
        var program =
                write(
                        "P.java",
                        "class P { private void main() {} int main(String[] a) { return 1; } }");
        assertThat(run(program))
                .isEqualTo(
                        new Outcome(
                                2,
                                "",
                                """
                                %s: the program has no main method to start with
                                  received: class P      expected: void main() or void main(String[] args), static or not, not private
                                  fix: write void main() { … } at the top level of the file
                                """
                                        .formatted(program)));
    }

    @Test
    void onlyJavaSourceIsRun() throws IOException {
        var file = write("notes.txt", "");
        assertThat(run(file))
                .isEqualTo(
                        new Outcome(
                                2,
                                "",
                                """
                                hebb run: this is not a Java source file
                                  received: %s      expected: a file whose name ends with .java
                                  fix: hebb run path/to/Program.java
                                """
                                        .formatted(file)));
    }

    @Test
    void somethingToRunIsNeeded() {
        assertThat(Outcome.of("run"))
                .isEqualTo(
                        new Outcome(
                                2,
                                "",
                                """
                                hebb run: missing required parameter: 'NAME-or-FILE'
                                  fix: hebb run --help shows what it takes
                                """));
    }

    @Test
    void helpShowsWhatItTakes() {
        var help = Outcome.of("run", "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).startsWith("Usage: hebb run").contains("NAME-or-FILE", "--threads");
    }

    @Test
    void aFolderDoesNotHideAnExampleOfItsName() throws IOException {
        Files.createDirectory(folder.resolve("examples"));
        var _ = write("examples/Src.java", "void main() { IO.println(\"the example\"); }");
        System.setProperty("hebb.home", folder.toString());
        try {
            assertThat(Path.of("src")).isDirectory();
            assertThat(run(Path.of("src"))).isEqualTo(new Outcome(0, "the example\n", ""));
        } finally {
            System.clearProperty("hebb.home");
        }
    }

    private Path write(String name, String source) throws IOException {
        return Files.writeString(folder.resolve(name), source);
    }

    private static Outcome run(Path program, String... args) {
        return Outcome.of(
                Stream.concat(Stream.of("run", program.toString()), Stream.of(args))
                        .toArray(String[]::new));
    }
}
