package hebb.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.engine.reference.ReferenceEngine;
import hebb.core.shape.HebbException;
import org.junit.jupiter.api.Test;

class EnginesTest {
    @Test
    void findsByName() {
        assertThat(Engines.named("reference")).isInstanceOf(ReferenceEngine.class);
    }

    @Test
    void saysWhichThereAre() {
        assertThatThrownBy(() -> Engines.named("abacus"))
                .hasMessage(
                        "Engine: there is no engine of that name\n"
                                + "  received: 'abacus'      expected: [reference]");
    }

    @Test
    void theBoundOneIsCurrent() {
        var engine = new ReferenceEngine();
        var other = new ReferenceEngine();
        var seen =
                Engines.with(
                        engine,
                        () ->
                                Engines.with(other, () -> Engines.current()) == other
                                        && Engines.current() == engine);
        assertThat(seen).isTrue();
    }

    @Test
    void theReferenceIsNeverChosenUnasked() {
        assertThat(System.getProperty("hebb.engine")).isNull();
        assertThatThrownBy(Engines::current)
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        """
                        Engine: no engine was found to compute with
                          expected: the module hebb.cpu beside hebb.core
                          fix: add dev.hebb:hebb-cpu to the dependencies\
                        """);
    }
}
