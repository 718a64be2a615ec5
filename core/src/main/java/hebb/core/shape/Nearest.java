package hebb.core.shape;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds what somebody probably meant.
public final class Nearest {
    private static final int MOST = 20; // names that an error lists

    private Nearest() {}

    /// The names that differ from `word` by few edits, or contain it, nearest first.
    public static List<String> to(String word, Collection<String> names) {
        var wanted = word.toLowerCase(Locale.ROOT);
        int most = Math.max(1, wanted.length() / 3);
        return names.stream()
                .filter(n -> near(wanted, n.toLowerCase(Locale.ROOT), most))
                .sorted(Comparator.comparingInt(n -> edits(wanted, n.toLowerCase(Locale.ROOT))))
                .toList();
    }

    /// The line that mends a mistyped name, for [HebbException#fix]: `did you mean 'adam'?`. Empty
    /// if nothing is near.
    public static String fix(String word, Collection<String> names) {
        var near = to(word, names);
        return near.isEmpty() ? "" : "did you mean '" + near.getFirst() + "'?";
    }

    /// The names there are, for [HebbException#expected]: `one of sgd, adam`; of many, the first.
    public static String oneOf(Collection<String> names) {
        var first = String.join(", ", names.stream().limit(MOST).toList());
        return names.size() <= MOST
                ? "one of " + first
                : "one of " + first + ", … (" + names.size() + " in all)";
    }

    private static boolean near(String wanted, String name, int most) {
        return edits(wanted, name) <= most || (wanted.length() > 2 && name.contains(wanted));
    }

    /// Levenshtein's distance, where two neighbours that changed places count once (Damerau).
    static int edits(String a, String b) {
        var d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int substituted = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(substituted, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                boolean swapped =
                        i > 1
                                && j > 1
                                && a.charAt(i - 1) == b.charAt(j - 2)
                                && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
