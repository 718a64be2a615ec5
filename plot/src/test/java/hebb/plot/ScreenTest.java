package hebb.plot;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.HebbException;
import java.awt.AWTError;
import org.junit.jupiter.api.Test;

class ScreenTest {
    @Test
    void aDisplayThatRefusesIsNamed() {
        assertThatThrownBy(() -> drawn(new AWTError("Can't connect to X11 window server")))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        """
                        Figure: Java cannot draw, because of the display
                          received: DISPLAY=%s, Can't connect to X11 window server
                          fix: unset DISPLAY, or start Java with -Djava.awt.headless=true\
                        """,
                        System.getenv("DISPLAY"));
    }

    @Test
    void whatElseIsMissingIsNotTheDisplaysFault() {
        var missing = new NoClassDefFoundError("org/knowm/xchart/XYChart");
        assertThatThrownBy(() -> drawn(missing)).isSameAs(missing);
    }

    private static Object drawn(Error failure) {
        return Screen.drawn(() -> {
            throw failure;
        });
    }
}
