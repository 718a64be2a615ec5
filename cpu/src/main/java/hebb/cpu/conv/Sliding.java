package hebb.cpu.conv;

import hebb.cpu.gemm.Finish;
import hebb.cpu.gemm.Panels;
import hebb.cpu.simd.Kernels;
import hebb.cpu.work.Epilogue;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import hebb.cpu.work.Work;
import java.util.ArrayList;
import java.util.List;

/// Sums over windows that slide over a batch of images: the convolution itself, and the gradient of
/// its images, which is a convolution of the gradient of its results with the weights turned round.
/// Of volumes, each plane of the target sums such a convolution for each plane that it sees.
final class Sliding {
    /// Multiply-adds that are worth handing to a thread.
    private static final long UNIT = 1 << 19;

    private static final int MAX_UNITS = 64;

    /// Results for which packing the weights pays.
    private static final int WORTH_PACKING = 256;

    private final Conv2D conv;
    private final Planes planes;
    private final int images;
    private final int source;
    private final int target;
    private final int sourceSize;
    private final int targetSize;
    private final int depth;
    private final int columns;
    private final Panels panels;
    private final List<TiledSlide> slides;
    private final PackedWeights weights;
    private final boolean packs;
    private final int height;
    private final int rowsPerUnit;
    private final int panelsPerUnit;
    private final int buffer;

    private Sliding(
            Conv2D conv,
            Planes planes,
            Kernels kernels,
            boolean backward,
            Epilogue epilogue,
            List<Slide> windows) {
        this.conv = conv;
        this.planes = planes;
        images = conv.images() * planes.targets();
        var finish = Finish.of(kernels, epilogue, Conv2D.BIAS);
        source = backward ? Conv2D.DY : Conv2D.X;
        target = backward ? Conv2D.DX : Conv2D.Y;
        int targetChannels = backward ? conv.channels() : conv.filters();
        targetSize =
                targetChannels
                        * (backward
                                ? conv.height() * conv.width()
                                : conv.outHeight() * conv.outWidth());
        int sourceHeight = backward ? conv.outHeight() : conv.height();
        int sourceWidth = backward ? conv.outWidth() : conv.width();
        int sourceChannels = backward ? conv.filters() : conv.channels();
        sourceSize = sourceHeight * sourceWidth * sourceChannels;
        depth = sourceChannels / conv.groups();
        columns = targetChannels / conv.groups();
        panels = new Panels(kernels.lanes(), columns);
        slides =
                windows.stream()
                        .map(w ->
                                new TiledSlide(
                                        kernels,
                                        w,
                                        sourceHeight,
                                        sourceWidth,
                                        sourceChannels,
                                        depth,
                                        panels,
                                        target,
                                        finish))
                        .toList();
        weights =
                new PackedWeights(conv, planes.layers(), backward, slides, panels, depth, columns);
        long sums = 0;
        long terms = 0;
        for (TiledSlide slide : slides) {
            long results = (long) slide.slide().height() * slide.slide().width() * images;
            sums += results;
            terms += results * slide.terms() * planes.layers() * targetChannels;
        }
        boolean inOrder = windows.stream().allMatch(w -> w.isRowMajor(conv.columns()));
        boolean asPacked = panels.count() == 1 && conv.groups() == 1;
        boolean padded = panels.padded(panels.count() - 1);
        packs = backward || !inOrder || padded || (!asPacked && sums >= WORTH_PACKING);

        height = windows.stream().mapToInt(Slide::height).max().orElse(0);
        int tall = slides.stream().mapToInt(TiledSlide::tall).reduce(1, Sliding::multiple);
        int units = Math.clamp(terms / UNIT, 1, MAX_UNITS);
        int rowCuts = Math.clamp(Math.ceilDiv(units, Math.max(1, images)), 1, Math.max(1, height));
        rowsPerUnit = Math.ceilDiv(Math.ceilDiv(Math.max(1, height), rowCuts), tall) * tall;
        int allPanels = panels.count() * conv.groups();
        int panelCuts = units / Math.max(1, images * Math.ceilDiv(height, rowsPerUnit));
        panelsPerUnit = Math.ceilDiv(allPanels, Math.clamp(panelCuts, 1, allPanels));
        buffer = padded ? slides.stream().mapToInt(TiledSlide::buffer).max().orElse(0) : 0;
    }

    /// The least common multiple.
    private static int multiple(int a, int b) {
        int rest = a;
        int factor = b;
        while (factor != 0) {
            int next = rest % factor;
            rest = factor;
            factor = next;
        }
        return a / rest * b;
    }

    /// The convolution.
    static Work forward(Conv2D c, int[] cells, Planes planes, Epilogue epilogue, Kernels kernels) {
        var slide = Slide.forward(c, cells);
        return new Sliding(c, planes, kernels, false, epilogue, List.of(slide)).work();
    }

    /// The gradient of its images.
    static Work backward(Conv2D c, Planes planes, Kernels kernels) {
        var slides = Slide.backward(c);
        return new Sliding(c, planes, kernels, true, Epilogue.NONE, slides).work();
    }

    private Work work() {
        var phases = new ArrayList<Phase>();
        if (packs) {
            phases.add(weights);
        }
        phases.add(new Summing());
        return new Work(phases, packs ? weights.size() : 0, buffer);
    }

    /// Sums; a unit is some rows of one plane by some panels.
    private final class Summing implements Phase {
        private final int rowCuts = Math.ceilDiv(height, rowsPerUnit);
        private final int allPanels = panels.count() * conv.groups();
        private final int panelCuts = Math.ceilDiv(allPanels, panelsPerUnit);

        @Override
        public int units() {
            return images * rowCuts * panelCuts;
        }

        @Override
        public long cost() {
            long cost = 0;
            for (int i = 0; i < slides.size(); i++) {
                TiledSlide slide = slides.get(i);
                long results = (long) slide.slide().height() * slide.slide().width();
                cost += results * (slide.terms() + 4) * allPanels * panels.width();
            }
            return cost * planes.layers() * images;
        }

        @Override
        public void run(int from, int to, int thread, Operands o) {
            for (int unit = from; unit < to; unit++) {
                int image = unit / (rowCuts * panelCuts);
                int y = unit / panelCuts % rowCuts * rowsPerUnit;
                int panel = unit % panelCuts * panelsPerUnit;
                sum(image, y, panel, Math.min(allPanels, panel + panelsPerUnit), thread, o);
            }
        }

        private void sum(
                int image, int fromRow, int fromPanel, int toPanel, int thread, Operands o) {
            var sum = planes.sum(image % planes.targets());
            for (int i = 0; i < sum.size(); i++) {
                sum(image, sum.get(i), fromRow, fromPanel, toPanel, thread, o);
            }
        }

        private void sum(
                int image,
                Planes.Term term,
                int fromRow,
                int fromPanel,
                int toPanel,
                int thread,
                Operands o) {
            float[] in = o.floats(source);
            int plane = image / planes.targets() * planes.sources() + term.plane();
            int atIn = o.offset(source) + plane * sourceSize;
            for (int i = 0; i < slides.size(); i++) {
                TiledSlide slide = slides.get(i);
                int toRow = Math.min(slide.slide().height(), fromRow + rowsPerUnit);
                int begin = term.isNothing() ? slide.terms() : 0;
                do {
                    for (int p = fromPanel; p < toPanel; p++) {
                        panel(i, p, fromRow, toRow, begin, image, term, in, atIn, thread, o);
                    }
                    begin += slide.block();
                } while (begin < slide.terms());
            }
        }

        private void panel(
                int slide,
                int groupPanel,
                int fromRow,
                int toRow,
                int begin,
                int image,
                Planes.Term term,
                float[] in,
                int atIn,
                int thread,
                Operands o) {
            TiledSlide tiled = slides.get(slide);
            int group = groupPanel / panels.count();
            int panel = groupPanel % panels.count();
            int column = panel * panels.width();
            float[] b;
            int atB;
            int rowB;
            if (packs) {
                b = o.scratchFloats();
                rowB = panels.rowOf(panel);
                atB =
                        o.sharedOffset()
                                + weights.at(term.layer(), slide, group)
                                + column * tiled.terms()
                                + begin * rowB;
            } else {
                b = o.floats(Conv2D.W);
                rowB = conv.filters();
                atB =
                        o.offset(Conv2D.W)
                                + (term.layer() * tiled.terms() + begin) * rowB
                                + group * columns
                                + column;
            }
            int atC =
                    o.offset(target)
                            + image * targetSize
                            + tiled.slide().target()
                            + group * columns
                            + column;
            tiled.run(
                    panel,
                    fromRow,
                    toRow,
                    begin,
                    !term.first() || (begin > 0 && !term.isNothing()),
                    term.last(),
                    in,
                    atIn + group * depth,
                    b,
                    atB,
                    rowB,
                    atC,
                    group * columns + column,
                    thread,
                    o);
        }
    }
}
