package hebb.plot;

import hebb.core.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/// Lays heat over pictures: the hotter a pixel, the less of the picture is seen there.
///
/// @param maps (pictures, height, width); the largest number of each is its hottest, and what is
///   not above 0 is cold
record Overlay(Tensor maps) {
    /// How much of the colour there is where it is hottest.
    private static final double MOST = 0.7;

    /// Changes the pictures.
    void over(BufferedImage[] pictures) {
        var numbers = maps.toDoubles();
        int from = 0;
        for (var picture : pictures) {
            int to = from + picture.getWidth() * picture.getHeight();
            over(picture, Arrays.copyOfRange(numbers, from, to));
            from = to;
        }
    }

    private static double hottest(double[] map) {
        return Arrays.stream(map).filter(x -> x > 0 && Double.isFinite(x)).max().orElse(1);
    }

    private static void over(BufferedImage picture, double[] map) {
        double hottest = hottest(map);
        int at = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                double heat = map[at++] / hottest;
                double share = heat > 0 ? Math.min(1, heat) : 0; // NaN is cold
                int color = ColorMap.HOT.rgb(share);
                picture.setRGB(x, y, ColorMap.mixed(picture.getRGB(x, y), color, MOST * share));
            }
        }
    }
}
