package hebb.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.HebbException;
import java.awt.AWTError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenTest {
    @TempDir private Path sockets;

    @Test
    void aDisplayOfThisMachineAnswersBySocket() throws IOException {
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            var _ = server.bind(UnixDomainSocketAddress.of(sockets.resolve("X5")));
            assertThat(Screen.answers(":5", sockets)).isTrue();
            assertThat(Screen.answers(":5.0", sockets)).isTrue();
            assertThat(Screen.answers("unix:5", sockets)).isTrue();
            assertThat(Screen.answers(":6", sockets)).isFalse();
        }
        assertThat(Screen.answers(":5", sockets)).isFalse(); // its file is there still
    }

    @Test
    void aDisplayElsewhereAnswersByPort() throws IOException {
        int port;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
            assertThat(Screen.answers("localhost:" + (port - 6000), sockets)).isTrue();
        }
        assertThat(Screen.answers("localhost:" + (port - 6000) + ".0", sockets)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", ":", ":x", ":999999", "localhost:65000"})
    void whatNamesNoDisplayDoesNotAnswer(String display) {
        assertThat(Screen.answers(display, sockets)).isFalse();
    }

    @Test
    void aDisplayThatRefusesIsNamed() {
        assertThatThrownBy(() ->
                        Screen.drawn(() -> {
                            throw new AWTError("no authority");
                        }))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        """
                        Figure: Java cannot draw, because of the display
                          received: DISPLAY=%s, no authority
                          fix: unset DISPLAY, or start Java with -Djava.awt.headless=true\
                        """,
                        System.getenv("DISPLAY"));
    }
}
