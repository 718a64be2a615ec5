package hebb.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebb.core.tensor.Tensor;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurvesTest {
    private static final Tensor LABELS = Tensor.of(0, 0, 1, 1);
    private static final Tensor SCORES = Tensor.of(.1, .4, .35, .8);

    static List<Named<Cases>> binary() {
        return Cases.of("curves", "binary");
    }

    static List<Named<Cases>> classes() {
        return Cases.of("curves", "classes");
    }

    @ParameterizedTest
    @MethodSource("binary")
    void curvesAreScikitLearns(Cases c) {
        var y = c.labels("yTrue");
        var s = c.tensor("scores");
        var roc = c.has("weights") ? RocCurve.of(y, s, c.tensor("weights")) : RocCurve.of(y, s);
        agrees(roc.falsePositiveRate(), c.numbers("fpr"));
        agrees(roc.truePositiveRate(), c.numbers("tpr"));
        agrees(roc.thresholds(), c.numbers("thresholds"));
        agrees(Tensor.of(roc.auc()), c.number("auc"));
        var curve =
                c.has("weights")
                        ? PrecisionRecallCurve.of(y, s, c.tensor("weights"))
                        : PrecisionRecallCurve.of(y, s);
        agrees(curve.precision(), c.numbers("precision"));
        agrees(curve.recall(), c.numbers("recall"));
        agrees(curve.thresholds(), c.numbers("prThresholds"));
        agrees(Tensor.of(curve.averagePrecision()), c.number("averagePrecision"));
    }

    private static void agrees(Tensor values, double... expected) {
        assertThat(values.toDoubles()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            if (Double.isFinite(expected[i])) {
                assertThat(values.at(i)).isCloseTo(expected[i], within(1e-13));
            } else {
                assertThat((Double) values.at(i)).isEqualTo((Double) expected[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("classes")
    void averagesOverClassesAreScikitLearns(Cases c) {
        var y = c.labels("yTrue");
        var s = c.rows("scores", y.size());
        for (var how : Averaging.values()) {
            var name = how.name().toLowerCase(Locale.ROOT);
            agrees(Tensor.of(RocAuc.oneVsRest(y, s, how)), c.number("ovr_" + name));
            agrees(Tensor.of(AveragePrecision.oneVsRest(y, s, how)), c.number("ap_" + name));
            if (how != Averaging.MICRO) {
                agrees(Tensor.of(RocAuc.oneVsOne(y, s, how)), c.number("ovo_" + name));
            }
        }
    }

    @Test
    void takesProbabilitiesOfBothClasses() {
        var both = Tensor.stack(1, SCORES.neg().add(1), SCORES);
        assertThat(RocAuc.of(LABELS, both)).isEqualTo(.75);
        assertThat(RocAuc.of(LABELS.mul(2).sub(1), SCORES.expandDims(1))).isEqualTo(.75);
        assertThat(RocAuc.of(LABELS.equal(1), SCORES)).isEqualTo(.75);
        assertThat(AveragePrecision.of(LABELS, SCORES)).isCloseTo(.8333, within(1e-4));
    }

    @Test
    void aCurveForEachClass() {
        var y = Tensor.of(0, 1, 2, 1);
        var s = Tensor.of(new double[][] {{.8, .1, .1}, {.2, .7, .1}, {.1, .6, .3}, {.4, .4, .2}});
        var curves = RocCurve.oneVsRest(y, s);
        assertThat(curves).hasSize(3);
        assertThat(curves.getFirst()).hasToString("RocCurve(auc=1.0000, 3 points)");
        assertThat(curves.get(1).auc()).isEqualTo(RocAuc.of(y.equal(1), s.slice(1, 1, 2)));
        assertThat(PrecisionRecallCurve.oneVsRest(y, s).getLast())
                .hasToString("PrecisionRecallCurve(average precision=1.0000, 4 points)");
    }

    @Test
    void columnsStandForNumbersOrForLabels() {
        var s = Tensor.of(new double[][] {{.8, .1, .1}, {.2, .7, .1}, {.1, .6, .3}, {.4, .4, .2}});
        var all = RocCurve.oneVsRest(Tensor.of(1, 2, 3, 2), s, 1, 2, 3);
        assertThat(RocCurve.oneVsRest(Tensor.of(1, 2, 3, 2), s)).hasToString(all.toString());
        // without a sample of class 3, labels from 1 would be taken for columns from 0
        var some = Tensor.of(1, 2, 2, 2);
        var first = RocCurve.oneVsRest(some, s, 1, 2, 3).getFirst();
        assertThat(first.auc()).isEqualTo(RocAuc.of(some.equal(1), s.slice(1, 0, 1))).isEqualTo(1);
        assertThat(RocAuc.oneVsOne(some, s, Averaging.MACRO, 1, 2, 3)).isEqualTo(1);
        assertThatThrownBy(() -> RocAuc.oneVsRest(some, s, Averaging.MACRO, 2, 3, 4))
                .hasMessage(
                        """
                        RocAuc.oneVsRest: a sample is of a class that has no column of scores
                          received: 1      expected: one of [2, 3, 4]\
                        """);
        assertThatThrownBy(() -> AveragePrecision.oneVsRest(some, s, Averaging.MACRO, 1, 2))
                .hasMessage(
                        """
                        AveragePrecision.oneVsRest: there is not one column of scores for each class
                          received: (4, 3) for the classes [1, 2]      expected: (samples, classes)\
                        """);
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> RocCurve.of(Tensor.of(0, 1, 2), Tensor.of(.1, .2, .3)))
                .hasMessage(
                        """
                        RocCurve.of: the labels are not of two classes, 0 and 1
                          received: [0, 1, 2]      expected: 0 and 1, or -1 and 1
                          fix: y.equal(2) for class 2 against the rest, or oneVsRest(…)\
                        """);
        assertThatThrownBy(() -> RocCurve.of(Tensor.of(0, 1), Tensor.of(.1, Double.NaN)))
                .hasMessage(
                        """
                        RocCurve.of: a score is NaN
                          expected: numbers, the higher the surer of the positive class\
                        """);
        assertThatThrownBy(() -> RocCurve.of(Tensor.of(0, 1), Tensor.zeros(2, 3)))
                .hasMessage(
                        """
                        RocCurve.of: there is not one score for each sample
                          received: (2, 3)      expected: (samples,), (samples, 1) or the probabilities of 2 classes\
                        """);
        assertThatThrownBy(() -> RocAuc.oneVsOne(LABELS, Tensor.zeros(4, 2), Averaging.MICRO))
                .hasMessage(
                        """
                        RocAuc.oneVsOne: pairs of classes have no micro average
                          received: MICRO      expected: MACRO or WEIGHTED\
                        """);
        assertThatThrownBy(() -> RocAuc.oneVsRest(LABELS, SCORES, Averaging.MACRO))
                .hasMessage(
                        """
                        RocAuc.oneVsRest: there is not one column of scores for each class
                          received: (4,) for the classes [0, 1]      expected: (samples, classes)\
                        """);
    }
}
