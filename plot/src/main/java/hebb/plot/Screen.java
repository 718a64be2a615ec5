package hebb.plot;

import hebb.core.shape.HebbException;
import hebb.data.display.Display;
import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.util.function.Supplier;

/// The screen, if there is one.
final class Screen {
    static {
        Display.check();
    }

    private Screen() {}

    /// Whether a window can be opened.
    static boolean isThere() {
        return !GraphicsEnvironment.isHeadless();
    }

    /// What AWT draws, with or without a screen.
    ///
    /// @throws HebbException if AWT fails because of the display
    static <T> T drawn(Supplier<T> drawing) {
        try {
            return drawing.get();
        } catch (AWTError | LinkageError e) {
            if (!String.valueOf(e.getMessage()).matches("(?s).*(X11|awt).*")) {
                throw e; // something else is missing
            }
            throw HebbException.of("Figure", "Java cannot draw, because of the display")
                    .received("DISPLAY=" + System.getenv("DISPLAY") + ", " + e.getMessage())
                    .fix("unset DISPLAY, or start Java with -Djava.awt.headless=true")
                    .cause(e);
        }
    }
}
