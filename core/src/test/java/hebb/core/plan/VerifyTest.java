package hebb.core.plan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.plan.Verify.Held;
import hebb.core.plan.Verify.Region;
import hebb.core.plan.Verify.Step;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerifyTest {
    private static final Held A = new Held("a", new Region("argument", 0, 8));
    private static final Held B = new Held("b", new Region("arena", 0, 8));
    private static final Held C = new Held("c", new Region("arena", 4, 12));
    private static final Held D = new Held("d", new Region("arena", 16, 24));

    private static Step step(String name, List<Held> reads, List<Held> writes) {
        return new Step(name, reads, writes, Set.of());
    }

    private static void check(Held result, Step... steps) {
        Verify.check(List.of(A), List.of(steps), List.of(result));
    }

    @Test
    void acceptsWhatIsRight() {
        assertThatCode(() ->
                        check(
                                D,
                                step("first", List.of(A), List.of(B)),
                                step("second", List.of(B), List.of(D))))
                .doesNotThrowAnyException();
    }

    @Test
    void findsAValueReadBeforeItIsThere() {
        assertThatThrownBy(() -> check(D, step("second", List.of(B), List.of(D))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("plan: second finds no " + B);
    }

    @Test
    void findsAValueOverwrittenTooEarly() {
        assertThatThrownBy(() ->
                        check(
                                D,
                                step("first", List.of(A), List.of(B)),
                                step("other", List.of(A), List.of(C)),
                                step("second", List.of(B), List.of(D))))
                .hasMessage("plan: second finds no " + B);
    }

    @Test
    void findsAStepThatOverwritesWhatItReads() {
        assertThatThrownBy(() ->
                        check(
                                C,
                                step("first", List.of(A), List.of(B)),
                                step("second", List.of(B), List.of(C))))
                .hasMessage("plan: second overwrites " + B + " while it is read");
    }

    @Test
    void allowsAPointwiseStepToOverwriteTheVeryPlaceItReads() {
        var inPlace = new Held("e", B.region());

        assertThatCode(() ->
                        check(
                                inPlace,
                                step("first", List.of(A), List.of(B)),
                                new Step("second", List.of(B), List.of(inPlace), Set.of(B))))
                .doesNotThrowAnyException();
    }

    @Test
    void findsTwoValuesInOnePlace() {
        assertThatThrownBy(() -> check(B, step("first", List.of(A), List.of(B, C))))
                .hasMessage("plan: first writes two values to " + C.region());
    }

    @Test
    void findsAMissingResult() {
        assertThatThrownBy(() -> check(D, step("first", List.of(A), List.of(B))))
                .hasMessage("plan: the end finds no " + D);
    }
}
