package hebb.cpu.conv;

import hebb.cpu.gemm.Panels;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import java.util.List;

/// Packs weights into the shared scratch, in the order in which windows sum them: for each slide,
/// group and panel the terms one after the other; the layers of a 3-D kernel follow each other. A
/// unit is the weights of one cell of a layer for one panel.
final class PackedWeights implements Phase {
    private final Conv2D conv;
    private final int layers;
    private final boolean backward;
    private final List<TiledSlide> slides;
    private final Panels panels;
    private final int depth;
    private final int columns;

    /// Panels of all groups.
    private final int each;

    /// Where each slide's units, and its packed weights, begin.
    private final int[] units;

    private final int[] begins;

    /// `backward` if terms are filters and columns channels, else the other way round; `depth`
    /// terms belong to a cell of the window, `columns` to a group.
    PackedWeights(
            Conv2D conv,
            int layers,
            boolean backward,
            List<TiledSlide> slides,
            Panels panels,
            int depth,
            int columns) {
        this.conv = conv;
        this.layers = layers;
        this.backward = backward;
        this.slides = slides;
        this.panels = panels;
        this.depth = depth;
        this.columns = columns;
        each = panels.count() * conv.groups();
        units = new int[slides.size() + 1];
        begins = new int[slides.size() + 1];
        for (int i = 0; i < slides.size(); i++) {
            int terms = slides.get(i).terms();
            units[i + 1] = units[i] + terms / depth * each;
            begins[i + 1] = begins[i] + conv.groups() * panels.size(terms);
        }
    }

    /// Floats that they take.
    int size() {
        return layers * layer();
    }

    private int layer() {
        return begins[slides.size()];
    }

    /// Where the weights of a group begin in the shared scratch.
    int at(int layer, int slide, int group) {
        return layer * layer() + begins[slide] + group * panels.size(slides.get(slide).terms());
    }

    @Override
    public int units() {
        return layers * units[slides.size()];
    }

    @Override
    public long cost() {
        return size();
    }

    @Override
    public void run(int from, int to, int thread, Operands o) {
        int ofLayer = units[slides.size()];
        for (int unit = from; unit < to; unit++) {
            int rest = unit % ofLayer;
            int slide = 0;
            while (rest >= units[slide + 1]) {
                slide++;
            }
            rest -= units[slide];
            int group = rest % each / panels.count();
            pack(unit / ofLayer, slide, rest / each, group, rest % panels.count(), o);
        }
    }

    private void pack(int layer, int slide, int tap, int group, int panel, Operands o) {
        TiledSlide tiled = slides.get(slide);
        Slide.Tap cell = tiled.slide().taps().get(tap);
        float[] w = o.floats(Conv2D.W);
        int filters = conv.filters();
        int channels = conv.channels() / conv.groups();
        int number = (layer * conv.rows() + cell.r()) * conv.columns() + cell.s();
        int atW = o.offset(Conv2D.W) + number * channels * filters;
        float[] packed = o.scratchFloats();
        int at = o.sharedOffset() + at(layer, slide, group);
        int terms = tiled.terms();
        int from = tap * depth;
        int to = from + depth;
        if (backward) {
            int first = atW + group * depth - from;
            panels.packTransposed(panel, terms, from, to, w, first, filters, packed, at);
        } else {
            int first = atW + group * columns - from * filters;
            panels.pack(panel, panel + 1, terms, from, to, w, first, filters, packed, at);
        }
    }
}
