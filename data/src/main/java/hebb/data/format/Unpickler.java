package hebb.data.format;

import hebb.core.shape.HebbException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A reader of Python's pickles that makes nothing but lists, tuples, numbers, texts and numpy's
/// array of objects, and runs nothing: a pickle that names any other class is refused.
///
/// Protocols 2 to 5, as `np.save` writes them. Described in Python's `pickletools`.
final class Unpickler {
    private static final int MOST_LISTS = 1 << 20;
    private static final int DEEPEST = 1 << 17;
    private static final int LONGEST_TEXT = 1 << 16;

    private final Incoming in;
    private final byte[] one = new byte[1];
    private final byte[] eight = new byte[Long.BYTES];
    private final List<Object> stack = new ArrayList<>();
    private final Deque<Integer> marks = new ArrayDeque<>();
    private final Map<Integer, Object> memo = new HashMap<>();
    private int lists;

    /// What a pickle may name.
    private enum Known {
        RECONSTRUCT,
        NDARRAY,
        DTYPE,
        ENCODE
    }

    private enum Nothing {
        NONE
    }

    /// numpy's array before its content is known, and then.
    private static final class ObjectArray {
        private @Nullable PickledList rows;
    }

    /// What stands for dtype('O') and for the bytes that numpy makes an empty array of.
    private record Opaque() {}

    Unpickler(Incoming in) {
        this.in = in;
    }

    /// The rows of an array of objects, each a list of whole numbers.
    List<int[]> rows() {
        if (!(load() instanceof ObjectArray array) || array.rows == null) {
            throw wrong("the pickle holds something else").expected("numpy's array of objects");
        }
        var rows = new ArrayList<int[]>();
        for (var row : array.rows.items()) {
            if (!(row instanceof PickledList list) || !list.isOfInts()) {
                throw wrong("an element of the array is no list of whole numbers");
            }
            rows.add(list.ints());
        }
        return rows;
    }

    private Object load() {
        for (int op; (op = next()) != '.'; ) {
            run(op);
            if (stack.size() > DEEPEST || memo.size() > 2 * MOST_LISTS) {
                throw wrong("the pickle keeps too much at once");
            }
        }
        return pop();
    }

    private void run(int op) {
        switch (op) {
            case 0x80 -> protocol(next());
            case 0x95 -> {
                var _ = number(8); // the length of a frame
            }
            case '(' -> marks.push(stack.size());
            case '0' -> {
                var _ = pop();
            }
            case 'N' -> push(Nothing.NONE);
            case 0x88 -> push(true);
            case 0x89 -> push(false);
            case 'K' -> push(next());
            case 'M' -> push((int) number(2));
            case 'J' -> push((int) number(4));
            case 0x8a -> push(longNumber());
            case 'X', 'T', 'B' -> push(text((int) number(4)));
            case 0x8c, 'U', 'C' -> push(text(next()));
            case ']' -> push(newList());
            case ')' -> push(List.of());
            case 't' -> push(sinceMark());
            case 0x85 -> push(last(1));
            case 0x86 -> push(last(2));
            case 0x87 -> push(last(3));
            case 'a' -> append(last(1));
            case 'e' -> append(sinceMark());
            case 'c' -> push(known(line(), line()));
            case 0x93 -> {
                var names = last(2);
                push(known(String.valueOf(names.get(0)), String.valueOf(names.get(1))));
            }
            case 'R' -> reduce();
            case 'b' -> build();
            case 'q' -> memo.put(next(), top());
            case 'r' -> memo.put((int) number(4), top());
            case 0x94 -> memo.put(memo.size(), top());
            case 'h' -> push(remembered(next()));
            case 'j' -> push(remembered((int) number(4)));
            default ->
                    throw wrong("the pickle holds what no array of lists needs")
                            .received("opcode %02x".formatted(op));
        }
    }

    private void protocol(int version) {
        if (version < 2 || version > 5) {
            throw wrong("there is no such protocol").received(version).expected("2 to 5");
        }
    }

    // ---- what may be made

    private Known known(String module, String name) {
        return switch (module + "." + name) {
            case "numpy.core.multiarray._reconstruct", "numpy._core.multiarray._reconstruct" ->
                    Known.RECONSTRUCT;
            case "numpy.ndarray" -> Known.NDARRAY;
            case "numpy.dtype" -> Known.DTYPE;
            case "_codecs.encode" -> Known.ENCODE;
            default ->
                    throw wrong("the pickle names a class that is not made from a file")
                            .received(module + "." + name)
                            .expected("numpy's array of objects, and lists");
        };
    }

    private void reduce() {
        var arguments = last(1).getFirst();
        var function = pop();
        boolean isArray =
                function == Known.RECONSTRUCT
                        && arguments instanceof List<?> given
                        && !given.isEmpty()
                        && given.getFirst() == Known.NDARRAY;
        if (isArray) {
            push(new ObjectArray());
        } else if (function == Known.DTYPE || function == Known.ENCODE) {
            push(new Opaque());
        } else {
            throw wrong("the pickle calls what cannot be called");
        }
    }

    private void build() {
        var state = pop();
        if (top() instanceof ObjectArray array
                && state instanceof List<?> parts
                && parts.size() == 5
                && parts.get(1) instanceof List<?> shape
                && shape.size() == 1
                && parts.get(4) instanceof PickledList rows) {
            array.rows = rows;
        } else if (!(top() instanceof Opaque)) {
            throw wrong("the array is none of lists in a row");
        }
    }

    private PickledList newList() {
        if (++lists > MOST_LISTS) {
            throw wrong("the pickle has too many lists").expected("at most " + MOST_LISTS);
        }
        return new PickledList();
    }

    private void append(List<Object> items) {
        if (!(top() instanceof PickledList list)) {
            throw wrong("something is added to what is no list");
        }
        items.forEach(list::add);
    }

    // ---- the stack

    private void push(Object value) {
        stack.add(value);
    }

    private Object pop() {
        return last(1).getFirst();
    }

    private Object top() {
        if (stack.isEmpty()) {
            throw wrong("the pickle takes more than it has");
        }
        return stack.getLast();
    }

    private List<Object> last(int count) {
        return taken(stack.size() - count);
    }

    private List<Object> sinceMark() {
        if (marks.isEmpty()) {
            throw wrong("the pickle takes more than it has");
        }
        return taken(marks.pop());
    }

    private List<Object> taken(int from) {
        if (from < 0 || from > stack.size()) {
            throw wrong("the pickle takes more than it has");
        }
        var tail = stack.subList(from, stack.size());
        var items = List.copyOf(tail);
        tail.clear();
        return items;
    }

    private Object remembered(int number) {
        var value = memo.get(number);
        if (value == null) {
            throw wrong("the pickle recalls what it never kept");
        }
        return value;
    }

    // ---- bytes

    private int next() {
        in.read(one, 1);
        return one[0] & 0xff;
    }

    private long number(int bytes) {
        Arrays.fill(eight, (byte) 0);
        in.read(eight, bytes);
        return ByteBuffer.wrap(eight).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    private Object longNumber() {
        var bytes = in.read(next(), "a number");
        var reversed = new byte[bytes.length + 1];
        for (int i = 0; i < bytes.length; i++) {
            reversed[bytes.length - i] = bytes[i];
        }
        reversed[0] = (byte) (bytes.length > 0 && bytes[bytes.length - 1] < 0 ? -1 : 0);
        var value = new BigInteger(reversed);
        if (value.bitLength() > 31) {
            throw wrong("a number is too large").received(value).expected("32 bits");
        }
        return value.intValue();
    }

    private String text(int length) {
        if (length < 0 || length > LONGEST_TEXT) {
            throw wrong("a text is too long").received(Integer.toUnsignedLong(length));
        }
        return new String(in.read(length, "a text"), StandardCharsets.UTF_8);
    }

    private String line() {
        var line = new StringBuilder();
        for (int c; (c = next()) != '\n'; line.append((char) c)) {
            if (line.length() > LONGEST_TEXT) {
                throw wrong("a name is too long");
            }
        }
        return line.toString();
    }

    private HebbException wrong(String what) {
        return in.damaged(what);
    }
}
