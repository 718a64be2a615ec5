package hebb.nn.training;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.nn.Wrong;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {
    @Test
    void keepsAValueAnEpoch() {
        var history = new History();
        history.add(3, Map.of("loss", 0.5));
        history.add(4, Map.of("loss", 0.25));
        assertThat(history.epochs()).containsExactly(3, 4);
        assertThat(history.values("loss")).containsExactly(0.5, 0.25);
        assertThat(history.last("loss")).isEqualTo(0.25);
        assertThat(history).hasToString("loss=[0.5, 0.25]");
    }

    @Test
    void aMistypedNameIsMended() {
        var history = new History();
        history.add(0, Map.of("val_loss", 0.5));
        Wrong.says(
                """
                History: nothing of that name was measured
                  received: 'val_lost'      expected: one of val_loss
                  fix: did you mean 'val_loss'?
                """,
                () -> history.values("val_lost"));
    }

    @Test
    void anEvaluationIsPrintedInOneLine() {
        var values = new LinkedHashMap<String, Double>();
        values.put("loss", 0.03014);
        values.put("accuracy", 0.9905);
        var evaluation = new Evaluation(values);
        assertThat(evaluation).hasToString("loss=0.0301 accuracy=0.9905");
        assertThat(evaluation.loss()).isEqualTo(0.03014);
        assertThat(evaluation.names()).containsExactly("loss", "accuracy");
        Wrong.says(
                """
                Evaluation: nothing of that name was measured
                  received: 'acuracy'      expected: one of loss, accuracy
                  fix: did you mean 'accuracy'?
                """,
                () -> evaluation.value("acuracy"));
    }
}
