package hebb.nn.callbacks;

import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A path with places for numbers, in Python's form: `model-{epoch:02d}-{val_loss:.2f}.keras`.
final class PathTemplate {
    private static final Pattern PLACE =
            Pattern.compile("\\{(\\w+)(?::(0?\\d*(?:\\.\\d+)?)([dfeg]?))?}");

    private PathTemplate() {}

    /// The path with these numbers in their places.
    ///
    /// @throws HebbException if a name stands for nothing
    static String filled(String template, Map<String, Double> numbers) {
        return PLACE.matcher(template)
                .replaceAll(place -> {
                    var name = place.group(1);
                    var number = numbers.get(name);
                    if (number == null) {
                        throw HebbException.of(
                                        "ModelCheckpoint", "nothing of that name is measured")
                                .received("'" + template + "'")
                                .expected(Nearest.oneOf(numbers.keySet()))
                                .fix(Nearest.fix(name, numbers.keySet()));
                    }
                    return Matcher.quoteReplacement(text(number, place.group(2), place.group(3)));
                });
    }

    private static String text(double number, String width, String kind) {
        boolean isWhole =
                number == Math.rint(number) && (kind == null || kind.isEmpty() || kind.equals("d"));
        if (isWhole && (width == null || !width.contains("."))) {
            return String.format(
                    Locale.ROOT, "%" + (width == null ? "" : width) + "d", (long) number);
        }
        if (width == null) {
            return Double.toString(number);
        }
        var form = kind.isEmpty() ? "g" : kind;
        return String.format(Locale.ROOT, "%" + width + form, number);
    }
}
