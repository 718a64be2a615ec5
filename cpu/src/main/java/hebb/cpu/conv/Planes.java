package hebb.cpu.conv;

import java.util.ArrayList;
import java.util.List;

/// Which planes of the source each plane of the target meets when volumes are convolved, in the
/// order of the sum. Forwards the source is the volumes, backwards the gradient of the results.
final class Planes {
    /// An image is a volume of one plane.
    static final Planes ONE = new Planes(1, 1, List.of(List.of(new Tap(0, 0))));

    private static final int OUTSIDE = -1;
    private static final List<Term> NOTHING = List.of(new Term(0, 0, true, true, true));

    private final int sources;
    private final int layers;
    private final List<List<Tap>> taps;
    private final List<List<Term>> sums;

    /// A plane of the source and the layer of weights that it meets.
    record Tap(int plane, int layer) {
        /// Whether the plane is padding.
        boolean isOutside() {
            return plane == OUTSIDE;
        }
    }

    /// A part of a plane's sum: a plane of the source and the layer of weights that it meets;
    /// whether it is the first, and the last, and whether there is nothing to sum at all.
    record Term(int plane, int layer, boolean first, boolean last, boolean isNothing) {}

    private Planes(int sources, int layers, List<List<Tap>> taps) {
        this.sources = sources;
        this.layers = layers;
        this.taps = taps;
        this.sums = taps.stream().map(Planes::sum).toList();
    }

    private static List<Term> sum(List<Tap> taps) {
        var inside = taps.stream().filter(tap -> !tap.isOutside()).toList();
        var sum = new ArrayList<Term>();
        for (int i = 0; i < inside.size(); i++) {
            Tap tap = inside.get(i);
            sum.add(new Term(tap.plane, tap.layer, i == 0, i == inside.size() - 1, false));
        }
        return sum.isEmpty() ? NOTHING : List.copyOf(sum);
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
        return sum.stream()
                .map(reach -> {
                    boolean inside = reach.result() >= 0 && reach.result() < sources;
                    return new Tap(inside ? reach.result() : OUTSIDE, reach.weight());
                })
                .toList();
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

    /// What a plane of the target meets, padding too.
    List<Tap> taps(int target) {
        return taps.get(target);
    }

    /// What a plane of the target sums: padding takes no part.
    List<Term> sum(int target) {
        return sums.get(target);
    }

    /// Whether a plane of the target meets padding.
    boolean padded() {
        return taps.stream().flatMap(List::stream).anyMatch(Tap::isOutside);
    }
}
