package hebb.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FoldsTest {
    /// The folds of one call lie one behind the other.
    private static Stream<List<Cases>> calls(String kind) {
        var calls = new ArrayList<List<Cases>>();
        for (var c : Cases.of("folds", kind)) {
            if (!c.getPayload().has("next")) {
                calls.add(new ArrayList<>());
            }
            calls.getLast().add(c.getPayload());
        }
        return calls.stream();
    }

    static Stream<List<Cases>> kfold() {
        return calls("kfold");
    }

    static Stream<List<Cases>> stratified() {
        return calls("stratified");
    }

    static List<Named<Cases>> split() {
        return Cases.of("folds", "split");
    }

    @ParameterizedTest
    @MethodSource("kfold")
    void foldsAreScikitLearns(List<Cases> folds) {
        var call = folds.getFirst();
        var split = KFold.of((int) call.number("folds"));
        if (call.has("seed")) {
            split = split.shuffle(true).seed((long) call.number("seed"));
        }
        agree(split.split((int) call.number("samples")), folds);
        agree(split.split(Tensor.zeros((int) call.number("samples"))), folds);
    }

    @ParameterizedTest
    @MethodSource("stratified")
    void stratifiedFoldsAreScikitLearns(List<Cases> folds) {
        var call = folds.getFirst();
        var split = StratifiedKFold.of((int) call.number("folds"));
        if (call.has("seed")) {
            split = split.shuffle(true).seed((long) call.number("seed"));
        }
        agree(split.split(call.labels("yTrue")), folds);
    }

    private static void agree(List<Fold> folds, List<Cases> expected) {
        assertThat(folds).hasSameSizeAs(expected);
        for (int i = 0; i < folds.size(); i++) {
            agrees(folds.get(i), expected.get(i));
        }
    }

    private static void agrees(Fold fold, Cases expected) {
        assertThat(fold.train().toInts()).containsExactly(expected.ints("train"));
        assertThat(fold.test().toInts()).containsExactly(expected.ints("test"));
    }

    @ParameterizedTest
    @MethodSource("split")
    void splitsAreScikitLearns(Cases c) {
        double size = c.number("testSize");
        var split = size < 1 ? TrainTestSplit.of(size) : TrainTestSplit.ofCount((int) size);
        agrees(
                split.seed((long) c.number("seed"))
                        .stratified(c.number("stratified") == 1)
                        .split(c.labels("yTrue")),
                c);
    }

    @Test
    void splitsInOrder() {
        var fold = TrainTestSplit.of(.3).shuffle(false).split(Tensor.zeros(10));
        assertThat(fold.train()).hasToString("[0 1 2 3 4 5 6]");
        assertThat(fold.test(Tensor.arange(10).mul(2))).hasToString("[14 16 18]");
        assertThat(fold.train(Tensor.arange(10))).hasToString("[0 1 2 3 4 5 6]");
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> KFold.of(1))
                .hasMessage(
                        """
                        KFold.of: there must be something to train on and to test on
                          received: 1 folds      expected: 2 or more\
                        """);
        assertThatThrownBy(() -> KFold.of(5).split(4))
                .hasMessage(
                        """
                        KFold.split: there are fewer samples than folds
                          received: 4 samples      expected: 5 or more\
                        """);
        assertThatThrownBy(() -> StratifiedKFold.of(3).split(Tensor.of(0, 1, 0, 1)))
                .hasMessage(
                        """
                        StratifiedKFold.split: no class has as many samples as folds
                          received: at most 2      expected: 3 or more\
                        """);
        assertThatThrownBy(() -> TrainTestSplit.of(1.5))
                .hasMessage(
                        """
                        TrainTestSplit.of: that is no share of the samples
                          received: 1.5      expected: a number between 0 and 1\
                        """);
        assertThatThrownBy(() -> TrainTestSplit.ofCount(0))
                .hasMessage(
                        """
                        TrainTestSplit.ofCount: there is nothing to test on
                          received: 0      expected: 1 or more\
                        """);
        assertThatThrownBy(() -> TrainTestSplit.ofCount(4).split(Tensor.zeros(4)))
                .hasMessage(
                        """
                        TrainTestSplit.split: there is nothing left to train on
                          received: 4 of 4 samples to test on      expected: at most 3\
                        """);
        var stratified = TrainTestSplit.of(.5).stratified(true);
        assertThatThrownBy(() -> stratified.split(Tensor.of(0, 1, 1, 1)))
                .hasMessage(
                        """
                        TrainTestSplit.split: a class cannot be in both parts
                          received: 2 classes of [1, 3] samples, in parts of 2 and 2      expected: 2 samples or more of each class, and parts with room for each\
                        """);
        assertThatThrownBy(() -> stratified.shuffle(false).split(Tensor.of(0, 0, 1, 1)))
                .hasMessage(
                        """
                        TrainTestSplit.split: only shuffled samples are stratified
                          fix: leave out shuffle(false), or stratified(true)\
                        """);
    }
}
