package hebb.plot;

import hebb.core.shape.HebbException;
import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// The screen, if there is one.
///
/// Under Linux AWT wants to talk to the display that `DISPLAY` names even for a picture in a file,
/// and where nothing answers, as after the end of an SSH session, it fails and stays unusable. So
/// Hebb tries the display before AWT does, and has AWT do without where it is of no use. Who sets
/// `java.awt.headless` has decided already.
final class Screen {
    private static final String HEADLESS = "java.awt.headless";
    private static final Pattern DISPLAY = Pattern.compile("(.*):(\\d{1,5})(\\.\\d+)?");
    private static final Path SOCKETS = Path.of("/tmp/.X11-unix");
    private static final int FIRST_PORT = 6000;
    private static final int PATIENCE_MILLIS = 1000;

    static {
        var display = System.getenv("DISPLAY");
        if (display != null && isX11() && System.getProperty(HEADLESS) == null) {
            if (!answers(display, SOCKETS)) {
                System.setProperty(HEADLESS, "true");
            }
        }
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
            throw HebbException.of("Figure", "Java cannot draw, because of the display")
                    .received("DISPLAY=" + System.getenv("DISPLAY") + ", " + e.getMessage())
                    .fix("unset DISPLAY, or start Java with -Djava.awt.headless=true")
                    .cause(e);
        }
    }

    private static boolean isX11() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return !system.startsWith("windows") && !system.startsWith("mac");
    }

    /// Whether somebody listens where the X display is: `:0` and `unix:0` are sockets in a folder,
    /// `host:0` is a port.
    static boolean answers(String display, Path sockets) {
        var parts = DISPLAY.matcher(display);
        if (!parts.matches()) {
            return false;
        }
        var host = parts.group(1);
        int number = Integer.parseInt(parts.group(2));
        try {
            if (host.isEmpty() || host.equals("unix")) {
                var socket = UnixDomainSocketAddress.of(sockets.resolve("X" + number));
                try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                    return channel.connect(socket);
                }
            }
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(host, FIRST_PORT + number), PATIENCE_MILLIS);
                return true;
            }
        } catch (IOException | IllegalArgumentException e) { // nobody there, or no such port
            return false;
        }
    }
}
