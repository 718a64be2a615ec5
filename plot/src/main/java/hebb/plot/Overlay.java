package hebb.plot;

import hebb.core.tensor.Tensor;
import java.awt.image.BufferedImage;

/// Lays heat over pictures: the hotter a pixel, the less of the picture is seen there.
///
/// @param heat (pictures, height, width), 0 to 1; what is below counts as 0, what is above as 1
record Overlay(Tensor heat) {
    /// How much of the colour there is where the heat is 1.
    private static final double MOST = 0.7;

    /// Changes the pictures.
    void over(BufferedImage[] pictures) {
        var values = heat.toDoubles();
        int at = 0;
        for (var picture : pictures) {
            for (int y = 0; y < picture.getHeight(); y++) {
                for (int x = 0; x < picture.getWidth(); x++) {
                    double value = values[at++];
                    double share = value > 0 ? Math.min(1, value) : 0; // NaN is no heat
                    int hot = ColorMap.HOT.rgb(share);
                    picture.setRGB(x, y, ColorMap.mixed(picture.getRGB(x, y), hot, MOST * share));
                }
            }
        }
    }
}
