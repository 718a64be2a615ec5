package hebb.datasets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// A web server of one file on this machine, which may break off and know no ranges.
final class Publisher implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Thread serving = Thread.ofVirtual().unstarted(this::serve);
    private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
    private volatile byte[] file;
    private volatile int sent = Integer.MAX_VALUE;
    private volatile boolean knowsRanges = true;

    Publisher(byte[] file) throws IOException {
        this.file = file;
        serving.start();
    }

    String address() {
        return "http://localhost:" + server.getLocalPort() + "/hello";
    }

    /// Where each request began.
    List<String> ranges() {
        return ranges;
    }

    void offers(byte[] bytes) {
        file = bytes;
    }

    void breaksOffAfter(int bytes) {
        sent = bytes;
    }

    void knowsNoRanges() {
        knowsRanges = false;
    }

    private void serve() {
        try {
            while (true) {
                try (var request = server.accept()) {
                    answer(request);
                }
            }
        } catch (SocketException e) {
            // closed, or a reader that has gone
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(Socket request) throws IOException {
        var in =
                new BufferedReader(
                        new InputStreamReader(request.getInputStream(), StandardCharsets.US_ASCII));
        int from = 0;
        var range = "all";
        for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.startsWith("Range: ")) {
                range = line.substring("Range: ".length());
                from = knowsRanges ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
            }
        }
        ranges.add(range);
        var body = Arrays.copyOfRange(file, from, file.length);
        var head =
                "HTTP/1.1 %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                        .formatted(from > 0 ? "206 Partial Content" : "200 OK", body.length);
        var out = request.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body, 0, Math.min(sent, body.length));
        out.flush();
    }

    /// Until the last request has its answer: a closed socket goes on listening for as long as a
    /// virtual thread is in its `accept`.
    @Override
    public void close() throws IOException {
        server.close();
        try {
            serving.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
