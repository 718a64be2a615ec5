package hebb.plot;

/// Colours for numbers from 0 to 1.
public enum ColorMap {
    /// From black to white.
    GRAY(0x000000, 0xffffff),
    /// From dark blue over green to yellow, evenly to the eye, and to those who see no red. By
    /// Nathaniel Smith and Stéfan van der Walt.
    VIRIDIS(
            0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58,
            0xb5de2b, 0xfde725),
    /// From white to dark blue: for counts, of which 0 is nothing.
    BLUES(0xf7fbff, 0xdeebf7, 0xc6dbef, 0x9ecae1, 0x6baed6, 0x4292c6, 0x2171b5, 0x08519c, 0x08306b),
    /// From dark red over orange to yellow: for what glows.
    HOT(0x800000, 0xd02000, 0xff6000, 0xffa000, 0xffe000);

    private final int[] stops;

    ColorMap(int... stops) {
        this.stops = stops;
    }

    /// Red, green and blue in one number, a byte each. What is below 0 has the colour of 0, and
    /// what is above 1 that of 1.
    int rgb(double value) {
        double place = (stops.length - 1) * Math.max(0, Math.min(1, value));
        int below = Math.min(stops.length - 2, (int) place);
        return mixed(stops[below], stops[below + 1], place - below);
    }

    /// The colour between two: at a share of 0 the first, at 1 the second.
    static int mixed(int first, int second, double share) {
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = (first >> shift) & 255;
            int to = (second >> shift) & 255;
            rgb |= (int) Math.round(from + share * (to - from)) << shift;
        }
        return rgb;
    }
}
