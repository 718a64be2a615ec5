package hebb.datasets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.shape.UnreadableFile;
import hebb.core.tensor.Tensor;
import hebb.data.Dataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// A table from a CSV file (RFC 4180): columns with names, a line a row.
///
/// {@snippet :
/// var flowers = CsvTable.read(Path.of("iris.csv"));
/// var data = flowers.dataset(flowers.classes("species"), "sepal_length", "sepal_width");
/// }
public final class CsvTable {
    private static final Set<String> MISSING = Set.of("", "na", "nan", "null", "?");

    private final String place;
    private final List<String> columns;
    private final List<List<String>> rows;
    private final List<Long> lines;

    private CsvTable(
            String place, List<String> columns, List<List<String>> rows, List<Long> lines) {
        this.place = place;
        this.columns = columns;
        this.rows = rows;
        this.lines = lines;
    }

    /// The table in a file whose first line names the columns, with commas between them.
    ///
    /// @throws HebbException if there is no such file, or a line has more or fewer columns
    public static CsvTable read(Path file) {
        return read(file, ',');
    }

    /// The same with something else between columns, such as `;`.
    public static CsvTable read(Path file, char separator) {
        var table = readPlain(file, separator);
        if (table.rows.isEmpty()) {
            throw HebbException.of(file.toString(), "the file is empty")
                    .expected("a line that names the columns");
        }
        int size = table.rows.size();
        return new CsvTable(
                table.place,
                table.rows.getFirst(),
                table.rows.subList(1, size),
                table.lines.subList(1, size));
    }

    /// The table in a file without names: the columns are called 0, 1, 2 …
    ///
    /// @throws HebbException if there is no such file, or a line has more or fewer columns
    public static CsvTable readPlain(Path file, char separator) {
        var rows = new ArrayList<List<String>>();
        var lines = new ArrayList<Long>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .detectBomHeader(true) // Excel writes one
                        .ofCsvRecord(file)) {
            for (var row : reader) {
                var cells = row.getFields().stream().map(String::strip).toList();
                rows.add(cells);
                lines.add(row.getStartingLineNumber());
            }
        } catch (CsvParseException e) {
            throw HebbException.of(file.toString(), "the file is no table")
                    .received(String.valueOf(e.getMessage()))
                    .cause(e);
        } catch (IOException | UncheckedIOException e) {
            throw UnreadableFile.of(file, e);
        }
        int width = rows.isEmpty() ? 0 : rows.getFirst().size();
        return new CsvTable(
                file.toString(),
                IntStream.range(0, width).mapToObj(String::valueOf).toList(),
                rows,
                lines);
    }

    /// The names of the columns.
    public List<String> columns() {
        return columns;
    }

    /// How many rows there are.
    public int size() {
        return rows.size();
    }

    /// What stands in a column, without spaces around it.
    ///
    /// @throws HebbException if there is no such column
    public List<String> texts(String column) {
        int place = place(column);
        return rows.stream().map(r -> r.get(place)).toList();
    }

    private int place(String column) {
        int place = columns.indexOf(column);
        if (place < 0) {
            throw HebbException.of(this.place, "there is no such column")
                    .received("'" + column + "'")
                    .expected(Nearest.oneOf(columns))
                    .fix(Nearest.fix(column, columns));
        }
        return place;
    }

    /// The numbers in these columns, or in all of them: float32 `(rows, columns)`. What is empty,
    /// or says `NA`, `nan`, `null` or `?`, is NaN.
    ///
    /// @throws HebbException if there is no such column, or something else stands in it
    public Tensor numbers(String... names) {
        var places =
                names.length == 0
                        ? IntStream.range(0, columns.size()).toArray()
                        : List.of(names).stream().mapToInt(this::place).toArray();
        return Tensor.filled(
                new Spec(Shape.of(rows.size(), places.length), DType.FLOAT32),
                array -> {
                    for (int i = 0, at = 0; i < rows.size(); i++) {
                        for (int place : places) {
                            ((float[]) array)[at++] = number(i, place);
                        }
                    }
                });
    }

    private float number(int row, int column) {
        var text = rows.get(row).get(column);
        if (MISSING.contains(text.toLowerCase(Locale.ROOT))) {
            return Float.NaN;
        }
        try {
            return Float.parseFloat(text);
        } catch (NumberFormatException e) {
            throw HebbException.of(
                            place + " (line " + lines.get(row) + ")",
                            "a cell of the column '" + columns.get(column) + "' is no number")
                    .received("'" + text + "'")
                    .fix("table.classes(\"" + columns.get(column) + "\") numbers texts")
                    .cause(e);
        }
    }

    /// The different texts of a column, in order: what the numbers of [#classes] stand for.
    ///
    /// @throws HebbException if there is no such column, or a cell of it is empty
    public List<String> classNames(String column) {
        var texts = texts(column);
        int empty = texts.indexOf("");
        if (empty >= 0) {
            throw HebbException.of(
                            place + " (line " + lines.get(empty) + ")",
                            "a cell of the column '" + column + "' names no class")
                    .received("an empty cell")
                    .expected("a text, such as '" + new TreeSet<>(texts).last() + "'")
                    .fix("fill the cell, or leave out its line");
        }
        return List.copyOf(new TreeSet<>(texts));
    }

    /// The texts of a column as numbers from 0: int32 `(rows)`. `NA` and `?` are texts like others.
    ///
    /// @throws HebbException if there is no such column, or a cell of it is empty
    public Tensor classes(String column) {
        var names = classNames(column);
        return Tensor.of(texts(column).stream().mapToInt(names::indexOf).toArray());
    }

    /// Rows as samples: x has all other columns, float32 `(rows, columns - 1)`, and y this one,
    /// float32 `(rows, 1)`.
    public Dataset dataset(String target) {
        var others = columns.stream().filter(c -> !c.equals(target)).toArray(String[]::new);
        return Dataset.of(numbers(others), numbers(target));
    }

    /// Rows as samples: x has these columns, y is given, such as [#classes].
    public Dataset dataset(Tensor y, String... names) {
        return Dataset.of(numbers(names), y);
    }
}
