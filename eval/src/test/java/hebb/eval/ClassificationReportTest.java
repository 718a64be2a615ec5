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

class ClassificationReportTest {
    private static final Tensor TRUE = Tensor.of(0, 1, 2, 2, 1, 0, 2);
    private static final Tensor PREDICTED = Tensor.of(0, 2, 2, 2, 1, 0, 1);

    static List<Named<Cases>> cases() {
        return Cases.of("reports", "report");
    }

    private static ClassificationReport report(Cases c) {
        var report =
                ClassificationReport.of(c.labels("yTrue"), c.labels("yPred"))
                        .digits((int) c.number("digits"))
                        .zeroDivision(c.number("zeroDivision"));
        if (c.has("labels")) {
            report = report.labels(c.ints("labels"));
        }
        if (c.has("names")) {
            report = report.names(c.word("names").split("\\|", -1));
        }
        return c.has("weights") ? report.sampleWeight(c.tensor("weights")) : report;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void printsWhatScikitLearnPrints(Cases c) {
        assertThat(report(c)).hasToString(c.text());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void averagesAreScikitLearns(Cases c) {
        var report = report(c);
        for (var how : Averaging.values()) {
            var score = report.average(how);
            assertThat(new double[] {score.precision(), score.recall(), score.f1()})
                    .as("%s", how)
                    .containsExactly(c.numbers(how.name().toLowerCase(Locale.ROOT)), within(1e-14));
        }
        assertThat(report.accuracy()).isCloseTo(c.number("accuracy"), within(1e-14));
    }

    @Test
    void scoresHaveNames() {
        var report = ClassificationReport.of(TRUE, PREDICTED).names("cat", "dog", "ship");
        assertThat(report.scores().keySet()).containsExactly("cat", "dog", "ship");
        assertThat(report.score(1)).isEqualTo(new ClassScore(.5, .5, .5, 2));
        assertThat(report.scores().get("dog")).isEqualTo(report.score(1));
        assertThat(report.accuracy()).isEqualTo(5 / 7.0);
    }

    @Test
    void namesStayWithOtherLabels() {
        var report = ClassificationReport.of(TRUE, PREDICTED).names("cat", "dog", "ship");
        assertThat(report.labels(2, 1, 0).names()).containsExactly("cat", "dog", "ship");
        assertThatThrownBy(() -> report.labels(0, 1))
                .hasMessage(
                        """
                        ClassificationReport: there is not one name for each class
                          received: 3 names      expected: 2, for the classes [0, 1]
                          fix: say which classes there are: .labels(0, 1, 2).names(…)\
                        """);
        assertThatThrownBy(() -> report.names("cat", "dog", "cat"))
                .hasMessage(
                        """
                        ClassificationReport: two classes have one name
                          received: [cat, dog, cat]      expected: another name for each class\
                        """);
    }

    @Test
    void takesProbabilities() {
        var probabilities = PREDICTED.oneHot(3).mul(.8).add(.1);
        assertThat(ClassificationReport.of(TRUE, probabilities))
                .hasToString(ClassificationReport.of(TRUE, PREDICTED).toString());
        var single = Tensor.of(new float[][] {{.9f}, {.2f}, {.5f}});
        assertThat(ClassificationReport.of(Tensor.of(1, 0, 0).expandDims(1), single).accuracy())
                .isEqualTo(1);
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> ClassificationReport.of(TRUE, Tensor.of(1, 2)))
                .hasMessage(
                        """
                        ClassificationReport.of: there is not one prediction for each sample
                          received: 7 labels and 2 predictions      expected: as many of both, and at least one\
                        """);
        var report = ClassificationReport.of(TRUE, PREDICTED);
        assertThatThrownBy(() -> report.names("cat", "dog"))
                .hasMessage(
                        """
                        ClassificationReport: there is not one name for each class
                          received: 2 names      expected: 3, for the classes [0, 1, 2]
                          fix: say which classes there are: .labels(0, 1, 2).names(…)\
                        """);
        assertThatThrownBy(() -> report.labels(1, 1))
                .hasMessage(
                        """
                        ClassificationReport: the classes are not each named once
                          received: [1, 1]      expected: one label or more, none twice\
                        """);
        assertThatThrownBy(() -> report.digits(-1))
                .hasMessage(
                        """
                        ClassificationReport: the number of digits is negative
                          received: -1      expected: 0 or more\
                        """);
        assertThatThrownBy(() -> report.zeroDivision(2))
                .hasMessage(
                        """
                        ClassificationReport: zeroDivision takes another number
                          received: 2.0      expected: 0, 1 or NaN\
                        """);
        assertThatThrownBy(() -> report.score(3))
                .hasMessage(
                        """
                        ClassificationReport: there is no such class
                          received: 3      expected: one of [0, 1, 2]\
                        """);
        assertThatThrownBy(() -> report.sampleWeight(Tensor.of(1f)))
                .hasMessage(
                        """
                        ClassificationReport.sampleWeight: there is not one weight for each sample
                          received: (1,)      expected: (7,)\
                        """);
        assertThatThrownBy(() -> ClassificationReport.of(TRUE, Tensor.of(.5, 1, 2, 2, 2, 2, 2)))
                .hasMessage(
                        """
                        ClassificationReport.of: the numbers are neither classes nor probabilities
                          received: from 0.5 to 2.0      expected: whole numbers, or numbers from 0 to 1\
                        """);
    }
}
