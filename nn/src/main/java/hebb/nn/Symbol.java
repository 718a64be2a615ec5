package hebb.nn;

import hebb.core.shape.Spec;

/// What a layer will make of its inputs, in a model that is being drawn. Made by [Layer#apply].
public final class Symbol implements Source {
    private final Application made;
    private final int index;
    private final Spec spec;

    Symbol(Application made, int index, Spec spec) {
        this.made = made;
        this.index = index;
        this.spec = spec;
    }

    /// The use of a layer that makes it.
    public Application made() {
        return made;
    }

    /// Which of that layer's results it is, from 0.
    public int index() {
        return index;
    }

    @Override
    public Spec spec() {
        return spec;
    }

    /// `Symbol float32(None, 10) of dense`.
    @Override
    public String toString() {
        return "Symbol " + spec + " of " + made.layer();
    }
}
