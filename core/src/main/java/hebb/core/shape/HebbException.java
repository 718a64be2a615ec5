package hebb.core.shape;

/// A mistake that the user can mend. Its message is the whole text to show, in one form:
///
/// ```
/// Dense 'fc1' (layer 2 of 'mnist_mlp'): the last axis of the input does not match the kernel
///   received: (128, 28, 28)      expected: (…, 784), as the layer was built with 784 inputs
///   fix: put Flatten.of() before it, or call x.reshape(-1, 784)
/// ```
///
/// Made as a sentence is: `throw HebbException.of(where, what).received(r).expected(e).fix(f)`. A
/// fault of Hebb itself is never one of these.
@SuppressWarnings("serial")
public final class HebbException extends RuntimeException {
    private String where;
    private final String what;
    private String received = "";
    private String expected = "";
    private String fix = "";

    private HebbException(String where, String what) {
        super(what);
        this.where = where;
        this.what = what;
    }

    /// A mistake seen at `where` (an op, a layer with its name, a file and the place in it).
    public static HebbException of(String where, String what) {
        return new HebbException(where, what);
    }

    /// The values as the user wrote them.
    public HebbException received(Object values) {
        received = String.valueOf(values);
        return this;
    }

    /// The rule that they break.
    public HebbException expected(Object rule) {
        expected = String.valueOf(rule);
        return this;
    }

    /// One thing to do about it, as code where possible.
    public HebbException fix(String action) {
        fix = action;
        return this;
    }

    /// Keeps what went wrong underneath, for those who debug.
    public HebbException cause(Throwable cause) {
        initCause(cause);
        return this;
    }

    /// Names the larger thing in which this happened, before what is named already.
    public HebbException within(String outer) {
        where = outer + ", " + where;
        return this;
    }

    /// Whether it says already that it happened there.
    public boolean isWithin(String place) {
        return where.startsWith(place);
    }

    /// What went wrong, in one clause, without the rest of the form.
    public String what() {
        return what;
    }

    @Override
    public String getMessage() {
        var text = new StringBuilder(where).append(": ").append(what);
        if (!received.isEmpty()) {
            text.append("\n  received: ").append(received);
        }
        if (!expected.isEmpty()) {
            text.append(received.isEmpty() ? "\n  " : "      ")
                    .append("expected: ")
                    .append(expected);
        }
        if (!fix.isEmpty()) {
            text.append("\n  fix: ").append(fix);
        }
        return text.toString();
    }
}
