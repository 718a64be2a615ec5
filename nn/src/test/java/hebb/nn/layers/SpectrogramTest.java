package hebb.nn.layers;

import static hebb.nn.layers.LayerRows.shape;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Pass;
import hebb.nn.Scope;
import hebb.nn.Weights;
import hebb.nn.Wrong;
import hebb.nn.initializers.STFT;
import hebb.nn.initializers.WindowFunction;
import hebb.nn.layers.STFTSpectrogram.Mode;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/// The frequencies in signals.
class SpectrogramTest extends LayerFamily {
    static final LayerRows ROWS = LayerRows.of("spectrograms", 1e-5);

    static {
        var usual = STFTSpectrogram.of().frameLength(16).frameStep(6);
        for (var mode : EnumSet.complementOf(EnumSet.of(Mode.ANGLE))) {
            ROWS.row("stft_" + mode, usual.mode(mode), STFTSpectrogram.of(), shape(29, 1));
        }
        ROWS.jumping( // from half a turn to the left to half a turn to the right
                "stft_angle", usual.mode(Mode.ANGLE), STFTSpectrogram.of(), shape(29, 1));
        var small = STFTSpectrogram.of().frameLength(12).fftLength(20).mode(Mode.MAGNITUDE);
        ROWS.row(
                "stft_same",
                small.padding(Padding.SAME).window(WindowFunction.HAMMING).periodic(true),
                STFTSpectrogram.of(),
                shape(20, 1));
        ROWS.row(
                "stft_spectrum",
                small.scaling(STFT.Scaling.SPECTRUM).expandDims(true),
                STFTSpectrogram.of(),
                shape(20, 2));
        ROWS.row(
                "stft_plain",
                small.withoutScaling().withoutWindow(),
                STFTSpectrogram.of(),
                shape(20, 1));
        var first = small.dataFormat(DataFormat.CHANNELS_FIRST);
        ROWS.row("stft_first", first, STFTSpectrogram.of(), shape(2, 20));
        ROWS.row(
                "stft_first_apart",
                first.expandDims(true).mode(Mode.STFT),
                STFTSpectrogram.of(),
                shape(2, 20));
        var mel =
                MelSpectrogram.of()
                        .fftLength(64)
                        .sequenceStride(20)
                        .numMelBins(6)
                        .samplingRate(1000);
        ROWS.row("mel_plain", mel, MelSpectrogram.of(), shape(50));
        ROWS.row("mel_power", mel.powerToDb(false), MelSpectrogram.of(), shape(50));
        ROWS.row(
                "mel_magnitude",
                mel.powerToDb(false).magExp(1).minFreq(100).maxFreq(300),
                MelSpectrogram.of(),
                shape(50));
        ROWS.row(
                "mel_shorter",
                mel.sequenceLength(40).window(WindowFunction.HAMMING),
                MelSpectrogram.of(),
                shape(50));
        ROWS.row(
                "mel_no_window",
                mel.withoutWindow().topDb(3).refPower(10).minPower(1),
                MelSpectrogram.of(),
                shape(50));
    }

    SpectrogramTest() {
        super(ROWS);
    }

    private static Tensor call(Layer<?> layer, Tensor x) {
        return Scope.of(Weights.of(0), Pass.inference()).call(layer, x);
    }

    @Test
    void mistakesAreNamed() {
        Wrong.says(
                """
                STFTSpectrogram 'stft_spectrogram': frames are further apart than they are long
                  received: 20      expected: frame_step of at most 8
                """,
                () ->
                        call(
                                STFTSpectrogram.of().frameLength(8).frameStep(20),
                                Tensor.ones(1, 9, 1)));
        Wrong.says(
                """
                STFTSpectrogram 'stft_spectrogram': there are fewer frequencies than samples in \
                a frame
                  received: 4      expected: fft_length of at least 8
                """,
                () -> call(STFTSpectrogram.of().frameLength(8).fftLength(4), Tensor.ones(1, 9, 1)));
        Wrong.says(
                """
                MelSpectrogram 'mel_spectrogram': the signal is too short, or its length is not \
                known
                  received: (2, 9)      expected: more than 1024 samples, half of fft_length
                """,
                () -> call(MelSpectrogram.of(), Tensor.ones(2, 9)));
        Wrong.says(
                """
                MelSpectrogram: there is no such window for it
                  received: bartlett      expected: hann or hamming
                """,
                () -> MelSpectrogram.of().window(WindowFunction.BARTLETT));
    }
}
