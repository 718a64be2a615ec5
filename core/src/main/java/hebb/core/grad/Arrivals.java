package hebb.core.grad;

import hebb.core.op.Concat;
import hebb.core.op.Node;
import hebb.core.op.Pad;
import hebb.core.shape.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The gradients that have arrived at one node; their sum is the node's gradient.
///
/// A slice's gradient is zeros around what arrived at the slice. Two of these whose slices lie side
/// by side are not added but put side by side: so the gates of an LSTM, which are slices of one
/// matrix, have their gradients written once, without a zero. Everything else is added in the order
/// of arrival.
final class Arrivals {
    private final List<Node> terms = new ArrayList<>();

    void add(Node gradient) {
        terms.add(gradient);
    }

    /// The sum of all of them.
    Node sum() {
        if (terms.size() > 1) {
            var windows = new ArrayList<>(terms.stream().map(Window::of).toList());
            while (joined(windows)) {}
            var sum = windows.stream().map(Window::node).reduce(Node::plus).orElseThrow();
            terms.clear();
            terms.add(sum);
        }
        return terms.getFirst();
    }

    /// Joins two windows, if there are two that lie side by side.
    private static boolean joined(List<Window> windows) {
        for (int i = 0; i < windows.size(); i++) {
            for (int j = 0; j < windows.size(); j++) {
                var both = i == j ? null : windows.get(i).joined(windows.get(j));
                if (both != null) {
                    windows.set(Math.min(i, j), both);
                    windows.remove(Math.max(i, j));
                    return true;
                }
            }
        }
        return false;
    }

    /// A gradient that is zero but for a window; or any other, which joins none.
    ///
    /// - `pieces`: what is in the window, one behind the other along `axis`
    /// - `shape`: of the window
    /// - `low`, `high`: how many zeros are before and behind it, along each axis; null of any other
    private record Window(
            List<Node> pieces,
            int axis,
            Shape shape,
            @Nullable List<Integer> low,
            @Nullable List<Integer> high) {
        static Window of(Node gradient) {
            if (gradient.op() instanceof Pad p
                    && p.value() == 0
                    && p.inner().stream().allMatch(i -> i == 0)
                    && gradient.shape().isKnown()) {
                var x = gradient.input(0);
                return new Window(List.of(x), -1, x.shape(), p.low(), p.high());
            }
            return new Window(List.of(gradient), -1, gradient.shape(), null, null);
        }

        /// One window of this and the next, if the next begins where this ends.
        @Nullable Window joined(Window next) {
            if (low == null || high == null || next.low == null || next.high == null) {
                return null;
            }
            int along = -1;
            for (int i = 0; i < low.size(); i++) {
                if (!low.get(i).equals(next.low.get(i)) || !high.get(i).equals(next.high.get(i))) {
                    if (along >= 0 || next.low.get(i) != low.get(i) + shape.dim(i)) {
                        return null;
                    }
                    along = i;
                }
            }
            if (along < 0
                    || (axis >= 0 && axis != along)
                    || (next.axis >= 0 && next.axis != along)) {
                return null;
            }
            var all = new ArrayList<>(pieces);
            all.addAll(next.pieces);
            int length = shape.dim(along) + next.shape.dim(along);
            var end = new ArrayList<>(high);
            end.set(along, next.high.get(along));
            return new Window(all, along, shape.with(along, length), low, end);
        }

        Node node() {
            var inside = pieces.size() == 1 ? pieces.getFirst() : Node.of(new Concat(axis), pieces);
            if (low == null || high == null) {
                return inside;
            }
            var none = Collections.nCopies(low.size(), 0);
            return low.equals(none) && high.equals(none)
                    ? inside
                    : Node.of(Pad.around(low, high, 0), inside);
        }
    }
}
