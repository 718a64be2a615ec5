import module hebb;

/// Finds the edges in an image with a convolution written out, and shrinks one by max pooling.
void main() {
    var edges = Tensor.of(new int[][] {{-1, -1, -1}, {-1, 8, -1}, {-1, -1, -1}});
    var image =
            Tensor.of(
                    new int[][] {
                        {10, 10, 10, 10, 10},
                        {10, 50, 50, 50, 10},
                        {10, 50, 255, 50, 10},
                        {10, 50, 50, 50, 10},
                        {10, 10, 10, 10, 10}
                    });
    var featureMap = convolve2d(image, edges);
    IO.println("Feature Map:\n" + featureMap);
    Plot.panels(Plot.heatMap(image).title("Image"), Plot.heatMap(featureMap).title("Feature Map"))
            .save("convolution-by-hand.png");

    var map = Tensor.of(new int[][] {{1, 3, 2, 1}, {5, 6, 8, 2}, {3, 1, 4, 9}, {7, 2, 6, 5}});
    IO.println("\nAfter 2x2 Max Pooling:\n" + maxPool(map, 2));
}

/// Each pixel becomes the sum of its neighbours, weighed by the filter, which is turned by 180°;
/// around the image there are zeros. scipy: `convolve2d(image, filter, mode="same")`.
Tensor convolve2d(Tensor image, Tensor filter) {
    int height = image.dim(0);
    int width = image.dim(1);
    var before = List.of(filter.dim(0) / 2, filter.dim(1) / 2);
    var behind = List.of((filter.dim(0) - 1) / 2, (filter.dim(1) - 1) / 2);
    var padded = image.pad(before, behind, 0);
    var turned = filter.reverse(0, 1);
    var sum = Tensor.zeros(image.spec());
    for (int i = 0; i < filter.dim(0); i++) {
        for (int j = 0; j < filter.dim(1); j++) {
            var shifted = padded.slice(0, i, i + height).slice(1, j, j + width);
            sum = sum.add(shifted.mul(turned.at(i, j)));
        }
    }
    return sum;
}

/// The largest number of each square of `size` by `size`.
Tensor maxPool(Tensor x, int size) {
    return x.reshape(x.dim(0) / size, size, x.dim(1) / size, size).max(1, 3);
}
