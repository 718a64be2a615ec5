package hebb.cpu.conv;

import java.util.ArrayList;
import java.util.List;

/// Which planes of the source each plane of the target sums when volumes are convolved, in the
/// order of the sum. Forwards the source is the volumes, backwards the gradient of the results.
final class Planes {
    /// An image is a volume of one plane.
    static final Planes ONE = new Planes(1, 1, List.of(List.of(new Tap(0, 0, true, true))));

    private static final int OUTSIDE = -1;
    private static final int NOTHING = -2;

    private final int sources;
    private final int layers;
    private final List<List<Tap>> taps;

    /// A plane of the source and the layer of weights that it meets; whether it is the first of its
    /// sum, and the last.
    record Tap(int plane, int layer, boolean first, boolean last) {
        /// Whether the plane is padding, which enters as zeros.
        boolean isOutside() {
            return plane == OUTSIDE;
        }

        /// Whether there is nothing to sum, because the stride skips the plane of the target.
        boolean isNothing() {
            return plane == NOTHING;
        }
    }

    private Planes(int sources, int layers, List<List<Tap>> taps) {
        this.sources = sources;
        this.layers = layers;
        this.taps = taps;
    }

    /// Of a convolution.
    static Planes forward(Conv3D c) {
        var taps = new ArrayList<List<Tap>>();
        for (int z = 0; z < c.outPlanes(); z++) {
            var sum = new ArrayList<Slide.Reach>();
            for (int w = 0; w < c.layers(); w++) {
                sum.add(new Slide.Reach(z * c.stride() + w * c.dilation() - c.front(), w));
            }
            taps.add(taps(sum, c.planes()));
        }
        return new Planes(c.planes(), c.layers(), taps);
    }

    /// Of the gradient of its volumes.
    static Planes backward(Conv3D c) {
        var taps = new ArrayList<List<Tap>>();
        for (int z = 0; z < c.planes(); z++) {
            var sum = Slide.Reach.of(z + c.front(), c.layers(), c.dilation(), c.stride());
            taps.add(taps(sum, c.outPlanes()));
        }
        return new Planes(c.outPlanes(), c.layers(), taps);
    }

    private static List<Tap> taps(List<Slide.Reach> sum, int sources) {
        if (sum.isEmpty()) {
            return List.of(new Tap(NOTHING, 0, true, true));
        }
        var taps = new ArrayList<Tap>();
        for (var reach : sum) {
            boolean inside = reach.result() >= 0 && reach.result() < sources;
            boolean first = reach.equals(sum.getFirst());
            boolean last = reach.equals(sum.getLast());
            taps.add(new Tap(inside ? reach.result() : OUTSIDE, reach.weight(), first, last));
        }
        return taps;
    }

    /// Planes of a volume of the source.
    int sources() {
        return sources;
    }

    /// Planes of a volume of the target.
    int targets() {
        return taps.size();
    }

    /// Layers of weights.
    int layers() {
        return layers;
    }

    /// What a plane of the target sums.
    List<Tap> taps(int target) {
        return taps.get(target);
    }

    /// Whether any sum takes padding in.
    boolean padded() {
        return taps.stream().flatMap(List::stream).anyMatch(Tap::isOutside);
    }
}
