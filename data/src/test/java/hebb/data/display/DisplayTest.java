package hebb.data.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayTest {
    @TempDir private Path sockets;

    @Test
    void aDisplayOfThisMachineListensAtASocket() throws IOException {
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            var _ = server.bind(UnixDomainSocketAddress.of(sockets.resolve("X59534")));
            assertThat(Display.isGone(":59534", sockets)).isFalse();
            assertThat(Display.isGone(":59534.0", sockets)).isFalse();
            assertThat(Display.isGone("unix:59534", sockets)).isFalse();
            assertThat(Display.isGone(":59535", sockets)).isTrue();
        }
        assertThat(Display.isGone(":59534", sockets)).isTrue(); // its file is there still
    }

    @Test
    void aDisplayElsewhereListensAtAPort() throws IOException {
        var host = InetAddress.getLoopbackAddress();
        int number = 100;
        var server = listening(host, number);
        while (server.isEmpty()) {
            server = listening(host, ++number);
        }
        var name = host.getHostAddress() + ":" + number;
        assertThat(Display.isGone(name, sockets)).isFalse();
        server.get().close();
        assertThat(Display.isGone(name + ".0", sockets)).isTrue();
    }

    private static Optional<ServerSocket> listening(InetAddress host, int number)
            throws IOException {
        try {
            return Optional.of(new ServerSocket(6000 + number, 1, host));
        } catch (BindException _) { // somebody else does
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", ":x", ":99999", "tcp/localhost:59535", "here/unix:7"})
    void whatIsNotUnderstoodIsLeftToAwt(String name) {
        assertThat(Display.isGone(name, sockets)).isFalse();
    }

    @Test
    void anInterruptedThreadKnowsNothing() throws IOException {
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            var _ = server.bind(UnixDomainSocketAddress.of(sockets.resolve("X59534")));
            Thread.currentThread().interrupt();
            assertThat(Display.isGone(":59534", sockets)).isFalse();
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
