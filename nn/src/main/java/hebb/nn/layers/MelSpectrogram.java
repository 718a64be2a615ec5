package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.shape.Window;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import hebb.nn.initializers.WindowFunction;
import java.util.List;
import java.util.Optional;

/// How loud a signal is at frequencies that humans tell apart, frame by frame.
///
/// - input (batch, samples), or (samples); result (batch, num_mel_bins, frames)
/// - defaults: frames of 2048 in steps of 512, Hann's window; 16,000 samples a second; 128 bands
///   from 20 to 8000 hertz; power, in decibels, of which the loudest 80 are told
public final class MelSpectrogram extends Layer<MelSpectrogram> {
    private int fftLength = 2048;
    private int sequenceStride = 512;
    private Optional<Integer> sequenceLength = Optional.empty();
    private Optional<WindowFunction> window = Optional.of(WindowFunction.HANN);
    private int samplingRate = 16000;
    private int numMelBins = 128;
    private double minFreq = 20;
    private Optional<Double> maxFreq = Optional.empty();
    private boolean powerToDb = true;
    private double topDb = 80;
    private double magExp = 2;
    private double minPower = 1e-10;
    private double refPower = 1;

    private MelSpectrogram() {}

    /// With all defaults.
    public static MelSpectrogram of() {
        return new MelSpectrogram();
    }

    /// Samples that the Fourier transform is of. Default: 2048.
    public MelSpectrogram fftLength(int fftLength) {
        int checked = positive("fft_length", fftLength);
        return with(l -> l.fftLength = checked);
    }

    /// Samples from a frame to the next. Default: 512.
    public MelSpectrogram sequenceStride(int sequenceStride) {
        int checked = positive("sequence_stride", sequenceStride);
        return with(l -> l.sequenceStride = checked);
    }

    /// Samples in a frame, at most `fft_length`. Default: as many.
    public MelSpectrogram sequenceLength(int sequenceLength) {
        int checked = positive("sequence_length", sequenceLength);
        return with(l -> l.sequenceLength = Optional.of(checked));
    }

    /// How frames fade in and out: HANN or HAMMING. Default: HANN.
    public MelSpectrogram window(WindowFunction window) {
        if (window != WindowFunction.HANN && window != WindowFunction.HAMMING) {
            throw HebbException.of("MelSpectrogram", "there is no such window for it")
                    .received(window)
                    .expected("hann or hamming");
        }
        return with(l -> l.window = Optional.of(window));
    }

    /// With frames that do not fade.
    public MelSpectrogram withoutWindow() {
        return with(l -> l.window = Optional.empty());
    }

    /// Samples in a second. Default: 16,000.
    public MelSpectrogram samplingRate(int samplingRate) {
        int checked = positive("sampling_rate", samplingRate);
        return with(l -> l.samplingRate = checked);
    }

    /// How many bands there are. Default: 128.
    public MelSpectrogram numMelBins(int numMelBins) {
        int checked = positive("num_mel_bins", numMelBins);
        return with(l -> l.numMelBins = checked);
    }

    /// Where the lowest band begins, in hertz. Default: 20.
    public MelSpectrogram minFreq(double minFreq) {
        return with(l -> l.minFreq = minFreq);
    }

    /// Where the highest band ends, in hertz. Default: half the sampling rate.
    public MelSpectrogram maxFreq(double maxFreq) {
        return with(l -> l.maxFreq = Optional.of(maxFreq));
    }

    /// Whether the result is in decibels. Default: true.
    public MelSpectrogram powerToDb(boolean powerToDb) {
        return with(l -> l.powerToDb = powerToDb);
    }

    /// How far below the loudest of all the softest may lie, in decibels. Default: 80.
    public MelSpectrogram topDb(double topDb) {
        return with(l -> l.topDb = topDb);
    }

    /// The exponent of magnitudes: 1 for magnitude, 2 for power. Default: 2.
    public MelSpectrogram magExp(double magExp) {
        return with(l -> l.magExp = magExp);
    }

    /// The smallest power told apart. Default: 1e-10.
    public MelSpectrogram minPower(double minPower) {
        return with(l -> l.minPower = minPower);
    }

    /// The power of 0 decibels. Default: 1.
    public MelSpectrogram refPower(double refPower) {
        return with(l -> l.refPower = refPower);
    }

    private static int positive(String option, int value) {
        return Require.positive("MelSpectrogram", option, value);
    }

    @Override
    protected Tensor call(Scope s, Tensor input) {
        int length = sequenceLength.orElse(fftLength);
        if (length > fftLength) {
            throw s.wrong("frames are longer than the Fourier transform")
                    .received(length)
                    .expected("sequence_length of at most " + fftLength);
        }
        if (input.rank() > 2 || input.rank() == 0) {
            throw s.wrong("the input has the wrong number of axes")
                    .received(input.shape())
                    .expected("(batch, samples), or (samples)");
        }
        var x = Inputs.floating(s, input);
        var power = power(s, x.rank() == 1 ? x.expandDims(0) : x);
        var bands = power.matmul(bands().cast(x.dtype()));
        var y = (powerToDb ? decibels(bands) : bands).swapAxes(1, 2);
        return input.rank() == 1 ? y.squeeze(0) : y;
    }

    /// (batch, frames, frequencies).
    private Tensor power(Scope s, Tensor x) {
        var signal = mirrored(s, x, fftLength / 2).expandDims(-1);
        var once = List.of(1);
        var none = List.of(0);
        var frames = new Window(List.of(fftLength), List.of(sequenceStride), once, none, none);
        var waves = signal.conv(waves().cast(x.dtype()), frames, 1);
        int count = fftLength / 2 + 1;
        var cosines = waves.slice(-1, 0, count);
        var sines = waves.slice(-1, count, 2 * count);
        return cosines.square().add(sines.square()).sqrt().pow(magExp);
    }

    /// Signals that go back at both ends, so that frames have their middle in them.
    private static Tensor mirrored(Scope s, Tensor x, int more) {
        int length = x.dim(1);
        if (length <= more) {
            throw s.wrong("the signal is too short, or its length is not known")
                    .received(x.shape())
                    .expected("more than " + more + " samples, half of fft_length");
        }
        return Tensor.concat(
                1,
                x.slice(1, 1, more + 1).reverse(1),
                x,
                x.slice(1, length - more - 1, length - 1).reverse(1));
    }

    /// The cosines and sines of all frequencies, times the window: (fft_length, 1, 2 ·
    /// frequencies).
    private Tensor waves() {
        int length = sequenceLength.orElse(fftLength);
        int before = (fftLength - length) / 2;
        var weights = window.orElse(WindowFunction.BOXCAR).of(length, true);
        int count = fftLength / 2 + 1;
        var kernel = new double[fftLength * 2 * count];
        for (int t = 0; t < length; t++) {
            int row = (before + t) * 2 * count;
            for (int f = 0; f < count; f++) {
                double angle = 2 * Math.PI * ((long) (before + t) * f % fftLength) / fftLength;
                kernel[row + f] = weights[t] * Math.cos(angle);
                kernel[row + count + f] = -weights[t] * Math.sin(angle);
            }
        }
        return Tensor.of(kernel, new Spec(Shape.of(fftLength, 1, 2 * count), DType.FLOAT64));
    }

    /// How much each frequency counts in each band: triangles over the mel scale.
    private Tensor bands() {
        int count = fftLength / 2 + 1;
        double low = mel(minFreq);
        double width = (mel(highest()) - low) / (numMelBins + 1);
        var weights = new double[count * numMelBins];
        for (int f = 1; f < count; f++) { // the first is no frequency
            double at = (mel(samplingRate / 2.0 * f / (count - 1)) - low) / width;
            for (int band = 0; band < numMelBins; band++) {
                weights[f * numMelBins + band] = Math.max(0, 1 - Math.abs(at - band - 1));
            }
        }
        return Tensor.of(weights, new Spec(Shape.of(count, numMelBins), DType.FLOAT64));
    }

    /// A whole number unless another one was given.
    private double highest() {
        int half = samplingRate / 2;
        return maxFreq.orElse((double) half);
    }

    private static double mel(double hertz) {
        return 1127 * Math.log1p(hertz / 700);
    }

    private Tensor decibels(Tensor power) {
        double reference = 10 * Math.log10(Math.max(Math.abs(refPower), minPower));
        var y = power.maximum(minPower).log().mul(10 / Math.log(10)).sub(reference);
        return y.maximum(y.max().sub(topDb));
    }

    @Override
    public Options options() {
        return Options.of("fft_length", int.class, fftLength, v -> fftLength = v)
                .and("sequence_stride", int.class, sequenceStride, v -> sequenceStride = v)
                .and(
                        "sequence_length",
                        int.class,
                        sequenceLength.orElse(fftLength),
                        v -> sequenceLength = Optional.of(v))
                .optional("window", WindowFunction.class, window, v -> window = v)
                .and("sampling_rate", int.class, samplingRate, v -> samplingRate = v)
                .and("num_mel_bins", int.class, numMelBins, v -> numMelBins = v)
                .and("min_freq", double.class, minFreq, v -> minFreq = v)
                .and("max_freq", double.class, highest(), v -> maxFreq = Optional.of(v))
                .and("power_to_db", boolean.class, powerToDb, v -> powerToDb = v)
                .and("top_db", double.class, topDb, v -> topDb = v)
                .and("mag_exp", double.class, magExp, v -> magExp = v)
                .and("min_power", double.class, minPower, v -> minPower = v)
                .and("ref_power", double.class, refPower, v -> refPower = v);
    }
}
