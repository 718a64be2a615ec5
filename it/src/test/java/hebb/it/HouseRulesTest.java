package hebb.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What no other check sees in the sources.
class HouseRulesTest {
    private static final Pattern LEFT_OVER =
            Pattern.compile("\\bTO_?DO\\b|\\bFIX_?ME\\b|@Disable[d]");

    @Test
    void theSourcesAreFound() {
        assertThat(Checkout.sources())
                .contains(Path.of("it/src/test/java/hebb/it/HouseRulesTest.java"))
                .contains(Path.of("core/src/main/java/module-info.java"));
    }

    @Test
    void aFileHasAtMost600Lines() throws IOException {
        var tooLong = new ArrayList<String>();
        for (var source : Checkout.sources()) {
            int lines = lines(source).size();
            if (lines > 600) {
                tooLong.add(source + ": " + lines + " lines");
            }
        }
        assertThat(tooLong).isEmpty();
    }

    /// The formatter wraps them, but for code.
    @Test
    void aDocLineHasAtMost100Columns() throws IOException {
        assertThat(places((above, line) -> isDoc(line) && line.length() > 100)).isEmpty();
    }

    /// It would be the end of a doc line that something cut in two.
    @Test
    void noPlainCommentFollowsADoc() throws IOException {
        assertThat(places((above, line) -> isDoc(above) && isPlainComment(line))).isEmpty();
    }

    @Test
    void nothingIsLeftForLaterOrSwitchedOff() throws IOException {
        assertThat(places((above, line) -> LEFT_OVER.matcher(line).find())).isEmpty();
    }

    /// Where two lines that follow each other are as `wrong` says, with the second line's text.
    private static List<String> places(BiPredicate<String, String> wrong) throws IOException {
        var places = new ArrayList<String>();
        for (var source : Checkout.sources()) {
            var above = "";
            int number = 0;
            for (var line : lines(source)) {
                number++;
                if (wrong.test(above, line)) {
                    places.add(source + ":" + number + ": " + line.strip());
                }
                above = line;
            }
        }
        return places;
    }

    private static List<String> lines(Path source) throws IOException {
        return Files.readAllLines(Checkout.ROOT.resolve(source));
    }

    private static boolean isDoc(String line) {
        return line.stripLeading().startsWith("///");
    }

    private static boolean isPlainComment(String line) {
        return line.stripLeading().startsWith("//") && !isDoc(line);
    }
}
