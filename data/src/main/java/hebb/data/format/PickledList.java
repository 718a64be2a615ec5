package hebb.data.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A Python list. Whole numbers, of which data sets hold millions, take four bytes each as long as
/// nothing else is among them.
final class PickledList {
    private int[] ints = {};
    private int count;
    private final List<Object> items = new ArrayList<>(0);

    void add(Object item) {
        if (item instanceof Integer number && items.isEmpty()) {
            if (count == ints.length) {
                ints = Arrays.copyOf(ints, Math.max(8, count + (count >> 1)));
            }
            ints[count++] = number;
        } else {
            for (int i = 0; i < count; i++) {
                items.add(ints[i]);
            }
            count = 0;
            items.add(item);
        }
    }

    boolean isOfInts() {
        return items.isEmpty();
    }

    int[] ints() {
        return Arrays.copyOf(ints, count);
    }

    List<Object> items() {
        return items.isEmpty() ? Arrays.stream(ints()).<Object>mapToObj(i -> i).toList() : items;
    }
}
