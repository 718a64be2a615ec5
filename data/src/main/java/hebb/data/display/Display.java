package hebb.data.display;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/// The X display that `DISPLAY` names.
///
/// Where AWT finds the variable it wants to talk to that display even for a picture in a file, and
/// where nothing answers, as after the end of an SSH session, it fails and stays unusable. So Hebb
/// tries the display before it uses AWT, and has AWT do without if it is gone. Who sets
/// `java.awt.headless` has decided already.
public final class Display {
    private static final String HEADLESS = "java.awt.headless";
    private static final Pattern NAME = Pattern.compile("([^/]*):(\\d{1,5})(\\.\\d+)?");
    private static final Path SOCKETS = Path.of("/tmp/.X11-unix");
    private static final int FIRST_PORT = 6000;
    private static final int PATIENCE_MILLIS = 1000;

    static {
        var name = System.getenv("DISPLAY");
        if (name != null && isX11() && System.getProperty(HEADLESS) == null) {
            if (isGone(name, SOCKETS)) {
                System.setProperty(HEADLESS, "true");
            }
        }
    }

    private Display() {}

    /// To be called before anything of AWT is; only the first call does something.
    public static void check() {}

    private static boolean isX11() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return !system.startsWith("windows") && !system.startsWith("mac");
    }

    /// Whether certainly nobody listens there: `:0` and `unix:0` are a socket in a folder or a port
    /// of this machine, `host:0` is a port. What is doubtful is left to AWT.
    static boolean isGone(String name, Path sockets) {
        var parts = NAME.matcher(name);
        if (!parts.matches()) {
            return false;
        }
        var host = parts.group(1);
        int number = Integer.parseInt(parts.group(2));
        if (FIRST_PORT + number > 0xffff) {
            return false;
        }
        if (!host.isEmpty() && !host.equals("unix")) {
            return noPort(host, FIRST_PORT + number);
        }
        return noSocket(sockets.resolve("X" + number)) && noPort("localhost", FIRST_PORT + number);
    }

    private static boolean noSocket(Path file) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return !channel.connect(UnixDomainSocketAddress.of(file));
        } catch (SocketException e) { // no such file, or nobody behind it
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static boolean noPort(String host, int port) {
        try {
            for (var address : InetAddress.getAllByName(host)) {
                if (!refuses(new InetSocketAddress(address, port))) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return true;
        }
    }

    private static boolean refuses(InetSocketAddress address) {
        try (var socket = new Socket(Proxy.NO_PROXY)) {
            socket.connect(address, PATIENCE_MILLIS);
            return false;
        } catch (SocketException e) { // nobody there
            return true;
        } catch (IOException e) { // slow
            return false;
        }
    }
}
