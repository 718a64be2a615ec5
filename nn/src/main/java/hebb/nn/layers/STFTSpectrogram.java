package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import hebb.nn.initializers.Initializer;
import hebb.nn.initializers.STFT;
import hebb.nn.initializers.WindowFunction;
import java.util.Locale;
import java.util.Optional;

/// The frequencies in a signal, frame by frame: its short-time Fourier transform, as a convolution
/// whose kernels can be trained.
///
/// - input (batch, time, channels), result (batch, frames, channels · frequencies); with
///   `expandDims` (batch, frames, frequencies, channels)
/// - frequencies: `fft_length` / 2 + 1; twice as many in STFT mode, where real parts come first
/// - weights: `real_kernel` and `imag_kernel` (frame_length, 1, frequencies), as far as the mode
///   needs them
/// - defaults: LOG, frames of 256 in steps of half a frame, `fft_length` the next power of two,
///   Hann's window, not periodic, scaled to density, VALID
public final class STFTSpectrogram extends Layer<STFTSpectrogram> {
    /// What is told of the complex result.
    public enum Mode {
        /// The logarithm of the magnitude.
        LOG,
        /// The magnitude.
        MAGNITUDE,
        /// The power, with that of negative frequencies.
        PSD,
        /// The real part.
        REAL,
        /// The imaginary part.
        IMAG,
        /// The angle.
        ANGLE,
        /// Real parts, then imaginary parts.
        STFT;

        /// Keras's name: `log`.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final double SMALLEST = 1e-7;

    private Mode mode = Mode.LOG;
    private int frameLength = 256;
    private Optional<Integer> frameStep = Optional.empty();
    private Optional<Integer> fftLength = Optional.empty();
    private Optional<WindowFunction> window = Optional.of(WindowFunction.HANN);
    private boolean periodic;
    private Optional<STFT.Scaling> scaling = Optional.of(STFT.Scaling.DENSITY);
    private Padding padding = Padding.VALID;
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;
    private boolean expandDims;

    private STFTSpectrogram() {}

    /// With all defaults.
    public static STFTSpectrogram of() {
        return new STFTSpectrogram();
    }

    /// What is told of the complex result. Default: LOG.
    public STFTSpectrogram mode(Mode mode) {
        return with(l -> l.mode = mode);
    }

    /// Samples in a frame. Default: 256.
    public STFTSpectrogram frameLength(int frameLength) {
        int checked = Require.positive("STFTSpectrogram", "frame_length", frameLength);
        return with(l -> l.frameLength = checked);
    }

    /// Samples from a frame to the next, at most its length. Default: half of it.
    public STFTSpectrogram frameStep(int frameStep) {
        int checked = Require.positive("STFTSpectrogram", "frame_step", frameStep);
        return with(l -> l.frameStep = Optional.of(checked));
    }

    /// The number of frequencies, at least the length of a frame. Default: the next power of two.
    public STFTSpectrogram fftLength(int fftLength) {
        int checked = Require.positive("STFTSpectrogram", "fft_length", fftLength);
        return with(l -> l.fftLength = Optional.of(checked));
    }

    /// How frames fade in and out. Default: Hann's.
    public STFTSpectrogram window(WindowFunction window) {
        return with(l -> l.window = Optional.of(window));
    }

    /// With frames that do not fade.
    public STFTSpectrogram withoutWindow() {
        return with(l -> l.window = Optional.empty());
    }

    /// With the window as one period of a periodic function. Default: symmetric.
    public STFTSpectrogram periodic(boolean periodic) {
        return with(l -> l.periodic = periodic);
    }

    /// How the window is scaled. Default: density.
    public STFTSpectrogram scaling(STFT.Scaling scaling) {
        return with(l -> l.scaling = Optional.of(scaling));
    }

    /// With the window as it is.
    public STFTSpectrogram withoutScaling() {
        return with(l -> l.scaling = Optional.empty());
    }

    /// With frames that reach over the ends, SAME, or not, VALID. Default: VALID.
    public STFTSpectrogram padding(Padding padding) {
        if (padding == Padding.CAUSAL) {
            throw HebbException.of("STFTSpectrogram", "causal padding is for convolutions")
                    .received(padding)
                    .expected("valid or same");
        }
        return with(l -> l.padding = padding);
    }

    /// With the channels at the end of the axes, or behind the batch. Default: at the end.
    public STFTSpectrogram dataFormat(DataFormat dataFormat) {
        return with(l -> l.dataFormat = dataFormat);
    }

    /// Whether frequencies have an axis of their own, as images need it. Default: false.
    public STFTSpectrogram expandDims(boolean expandDims) {
        return with(l -> l.expandDims = expandDims);
    }

    @Override
    protected Tensor call(Scope s, Tensor input) {
        requireLengths(s);
        var x = Inputs.spatial(s, input, 1, dataFormat);
        var y = told(s, x);
        if (dataFormat == DataFormat.CHANNELS_LAST) {
            var last = y.transpose(0, 2, 3, 1);
            return expandDims
                    ? last
                    : y.transpose(0, 2, 1, 3).reshape(x.dim(0), y.dim(2), y.dim(1) * y.dim(3));
        }
        return expandDims ? y : y.swapAxes(2, 3).reshape(x.dim(0), y.dim(1) * y.dim(3), y.dim(2));
    }

    private void requireLengths(Scope s) {
        if (frameStep.orElse(1) > frameLength) {
            throw s.wrong("frames are further apart than they are long")
                    .received(frameStep.orElseThrow())
                    .expected("frame_step of at most " + frameLength);
        }
        if (frequencies() < frameLength) {
            throw s.wrong("there are fewer frequencies than samples in a frame")
                    .received(frequencies())
                    .expected("fft_length of at least " + frameLength);
        }
    }

    private int frequencies() {
        return fftLength.orElseGet(() -> Math.max(1, Integer.highestOneBit(2 * frameLength - 1)));
    }

    /// (batch, channels, frames, frequencies).
    private Tensor told(Scope s, Tensor x) {
        var real = mode == Mode.IMAG ? x : part(s, x, "real_kernel", STFT.Side.REAL);
        var imaginary = mode == Mode.REAL ? x : part(s, x, "imag_kernel", STFT.Side.IMAG);
        return switch (mode) {
            case REAL -> real;
            case IMAG -> imaginary;
            case ANGLE -> imaginary.atan2(real);
            case STFT -> Tensor.concat(-1, real, imaginary);
            case PSD -> withNegative(real.square().add(imaginary.square()));
            case MAGNITUDE -> magnitude(real, imaginary);
            case LOG -> magnitude(real, imaginary).maximum(SMALLEST).log();
        };
    }

    private static Tensor magnitude(Tensor real, Tensor imaginary) {
        return real.square().add(imaginary.square()).maximum(SMALLEST).sqrt();
    }

    /// All frequencies but the first and the last count twice.
    private static Tensor withNegative(Tensor power) {
        int last = power.dim(-1) - 1;
        return Tensor.concat(
                -1,
                power.slice(-1, 0, 1),
                power.slice(-1, 1, last).mul(2),
                power.slice(-1, last, last + 1));
    }

    private Tensor part(Scope s, Tensor x, String name, STFT.Side side) {
        int count = frequencies() / 2 + 1;
        var shape = Shape.of(frameLength, 1, count);
        var kernel = s.weight(name, shape, initializer(side));
        var signals = x.swapAxes(1, 2).reshape(-1, x.dim(1), 1);
        int[] step = {frameStep.orElse(frameLength / 2)};
        var frames =
                signals.conv(
                        kernel,
                        padding.window(
                                new int[] {frameLength}, step, new int[] {1}, signals.shape()),
                        1);
        return frames.reshape(-1, x.dim(2), frames.dim(1), count);
    }

    private Initializer initializer(STFT.Side side) {
        var initializer = Initializer.stft().side(side).periodic(periodic);
        var windowed = window.map(initializer::window).orElseGet(initializer::withoutWindow);
        return scaling.map(windowed::scaling).orElseGet(windowed::withoutScaling);
    }

    @Override
    public Options options() {
        return Options.of("mode", Mode.class, mode, v -> mode = v)
                .and("frame_length", int.class, frameLength, v -> frameLength = v)
                .optional("frame_step", Integer.class, frameStep, v -> frameStep = v)
                .optional("fft_length", Integer.class, fftLength, v -> fftLength = v)
                .optional("window", WindowFunction.class, window, v -> window = v)
                .and("periodic", boolean.class, periodic, v -> periodic = v)
                .optional("scaling", STFT.Scaling.class, scaling, v -> scaling = v)
                .and("padding", Padding.class, padding, v -> padding = v)
                .and("data_format", DataFormat.class, dataFormat, v -> dataFormat = v)
                .and("expand_dims", boolean.class, expandDims, v -> expandDims = v);
    }
}
