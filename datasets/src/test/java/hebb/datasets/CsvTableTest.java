package hebb.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.HebbException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {
    private static final String FLOWERS =
            """
            length,"width, cm",species
            5.1,3.5,setosa
            7,,versicolor
            6.3,NA,"the ""other"" one"
            4.9,3,setosa
            """;

    @TempDir private Path folder = Path.of("");

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text);
    }

    @Test
    void hasColumnsWithNames() throws IOException {
        var table = CsvTable.read(file(FLOWERS));
        assertThat(table.columns()).containsExactly("length", "width, cm", "species");
        assertThat(table.size()).isEqualTo(4);
        assertThat(table.texts("species"))
                .containsExactly("setosa", "versicolor", "the \"other\" one", "setosa");
        assertThat(table.numbers("width, cm", "length").toFloats())
                .containsExactly(3.5f, 5.1f, Float.NaN, 7, Float.NaN, 6.3f, 3, 4.9f);
    }

    @Test
    void numbersClasses() throws IOException {
        var table = CsvTable.read(file(FLOWERS));
        assertThat(table.classNames("species"))
                .containsExactly("setosa", "the \"other\" one", "versicolor");
        assertThat(table.classes("species").toInts()).containsExactly(0, 2, 1, 0);
        var data = table.dataset(table.classes("species"), "length");
        assertThat(data.xSpecs()).hasToString("[float32(None, 1)]");
        assertThat(data.ySpecs()).hasToString("[int32(None,)]");
    }

    @Test
    void isSamplesAndTargets() throws IOException {
        var batch = CsvTable.read(file("a;b;price\n1;2;3\n4;5;6\n"), ';').dataset("price").all();
        assertThat(batch.x().toFloats()).containsExactly(1, 2, 4, 5);
        assertThat(batch.y().spec()).hasToString("float32(2, 1)");
        assertThat(batch.y().toFloats()).containsExactly(3, 6);
    }

    @Test
    void canDoWithoutNames() throws IOException {
        var table = CsvTable.readPlain(file("1,2\n3,4\n"), ',');
        assertThat(table.columns()).containsExactly("0", "1");
        assertThat(table.numbers().toFloats()).containsExactly(1, 2, 3, 4);
    }

    private void refuses(Path file, String column, String message) {
        assertThatThrownBy(() -> CsvTable.read(file).numbers(column))
                .isInstanceOf(HebbException.class)
                .hasMessage(message);
    }

    @Test
    void saysWhereItIsWrong() throws IOException {
        var file = file(FLOWERS);
        refuses(
                file,
                "species",
                file
                        + " (line 2): a cell of the column 'species' is no number\n"
                        + "  received: 'setosa'\n"
                        + "  fix: table.classes(\"species\") numbers texts");
        assertThatThrownBy(() -> CsvTable.read(file).texts("specie"))
                .isInstanceOf(HebbException.class)
                .hasMessageStartingWith(
                        file + ": there is no such column\n  received: 'specie'      expected: ");
        refuses(
                file("a,b\n1,2\n3\n"),
                "a",
                file
                        + ": the file is no table\n"
                        + "  received: Record 3 has 1 fields, but first record had 2 fields");
        refuses(
                file(""),
                "a",
                file + ": the file is empty\n" + "  expected: a line that names the columns");
    }

    @Test
    void knowsTheMarkThatExcelPutsBeforeTheText() throws IOException {
        var table = CsvTable.read(file("\uFEFFkind;size\n big ; 2\nsmall;1\n"), ';');
        assertThat(table.columns()).containsExactly("kind", "size");
        assertThat(table.texts("kind")).containsExactly("big", "small");
        assertThat(table.numbers("size").toFloats()).containsExactly(2, 1);
    }

    @Test
    void anEmptyCellIsNoClass() throws IOException {
        var file = file("a,kind\n1,x\n2, \n");
        assertThatThrownBy(() -> CsvTable.read(file).classes("kind"))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        file
                                + " (line 3): a cell of the column 'kind' names no class\n"
                                + "  received: an empty cell      expected: a text, such as 'x'\n"
                                + "  fix: fill the cell, or leave out its line");
    }

    @Test
    void saysWhichFileIsMissing() {
        var file = folder.resolve("none.csv");
        assertThatThrownBy(() -> CsvTable.read(file))
                .isInstanceOf(HebbException.class)
                .hasMessage(file + ": there is no such file");
    }
}
