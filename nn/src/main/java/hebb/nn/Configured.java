package hebb.nn;

import java.util.function.Consumer;

/// An immutable value made of options; what looks like a setter returns a changed copy.
///
/// @param <S> the class itself
public abstract class Configured<S extends Configured<S>> implements Configurable, Cloneable {
    /// For subclasses.
    protected Configured() {}

    /// A copy with one change applied: what withers are made of.
    protected final S with(Consumer<S> change) {
        try {
            @SuppressWarnings("unchecked") // S is the class itself
            var copy = (S) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e); // it is Cloneable
        }
    }

    /// `Adam(learning_rate=0.001, beta_1=0.9)`.
    @Override
    public String toString() {
        return className() + "(" + options() + ")";
    }
}
