package hebb.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TeachExampleTest {
    @Test
    void teachPrintsWhatItsPageShowsAndWritesFourPages() throws IOException {
        var output = Hebb.run("teach");
        assertThat(TutorialPage.of("teach").text()).contains("```\n" + output + "```");
        assertThat(Files.readString(Path.of("target", "teach.html")))
                .contains("Nothing keeps this network from learning");
        for (var trouble : new String[] {"deep", "dead", "hasty"}) {
            assertThat(Files.readString(Path.of("target", "teach-" + trouble + ".html")))
                    .contains("class='warning'");
        }
    }
}
