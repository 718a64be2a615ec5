package hebb.datasets;

import hebb.core.shape.HebbException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// Gets files from their publishers: to a name that ends in `.part`, going on where an earlier
/// attempt ended, and to their own name once their hash is right.
///
/// @param output where progress is told
record Downloads(PrintStream output, boolean terminal) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int CHUNK = 1 << 16;

    /// No publisher answers.
    static final class Unreachable extends Exception {
        private static final long serialVersionUID = 1;

        Unreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// Progress on the error stream: the output is the program's.
    @SuppressWarnings("SystemConsoleNull") // it is, again, where nobody types
    static Downloads standard() {
        var console = System.console();
        return new Downloads(System.err, console != null && console.isTerminal());
    }

    /// Downloads a file.
    ///
    /// @throws HebbException if what comes is another file, or this one cannot be written
    /// @throws Unreachable if nothing comes
    void fetch(RemoteFile file, Path place) throws Unreachable {
        var part = place.resolveSibling(place.getFileName() + ".part");
        try {
            Files.createDirectories(place.toAbsolutePath().getParent());
            boolean locked = false;
            try (var out =
                    FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock(out, part);
                locked = true;
                fill(out, file);
            } finally {
                if (locked && Files.size(part) == 0) { // else it is another program's
                    Files.delete(part);
                }
            }
            if (!Hash.matches(part, file.hash())) {
                var received = Hash.like(file.hash(), part);
                Files.delete(part);
                throw HebbException.of(
                                file.origin().toString(), "this is not the file as published")
                        .received(received)
                        .expected(file.hash());
            }
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw HebbException.of(place.toString(), "the file cannot be written")
                    .received(e)
                    .cause(e);
        }
    }

    private static void lock(FileChannel out, Path part) throws IOException {
        try {
            if (out.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // this very program has it: the same to the user
        }
        throw HebbException.of(part.toString(), "the file is being downloaded already")
                .fix("wait until the other program is done");
    }

    private void fill(FileChannel out, RemoteFile file) throws IOException, Unreachable {
        long had = out.size();
        if (had == file.size()) {
            return;
        }
        try (var client =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .connectTimeout(PATIENCE)
                        .build()) {
            var answer = ask(client, file, had);
            if (answer.statusCode() == RANGE_NOT_SATISFIABLE) {
                answer.body().close();
                answer = ask(client, file, 0);
            }
            long from = answer.statusCode() == PARTIAL ? had : 0;
            if (answer.statusCode() / 100 != 2) {
                answer.body().close();
                var status = "status " + answer.statusCode();
                throw new Unreachable(file.origin() + ": " + status, new IOException(status));
            }
            var _ = out.truncate(from).position(from);
            copy(answer.body(), out, file);
        }
    }

    private static HttpResponse<InputStream> ask(HttpClient client, RemoteFile file, long from)
            throws Unreachable {
        var request = HttpRequest.newBuilder(file.origin()).timeout(PATIENCE);
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        try {
            return client.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new Unreachable(file.origin() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(file.origin() + ": interrupted", e);
        }
    }

    private void copy(InputStream body, FileChannel out, RemoteFile file)
            throws IOException, Unreachable {
        var progress = new Progress(file, output, terminal);
        var chunk = new byte[CHUNK];
        try (body) {
            for (int n; (n = read(body, chunk, file)) > 0; ) {
                var bytes = ByteBuffer.wrap(chunk, 0, n);
                while (bytes.hasRemaining()) {
                    var _ = out.write(bytes);
                }
                if (out.position() > file.size()) {
                    var _ = out.truncate(0);
                    throw HebbException.of(file.origin().toString(), "the file is too long")
                            .received("more bytes")
                            .expected(file.size());
                }
                progress.at(out.position());
            }
        }
        if (out.position() < file.size()) {
            var missing = "it ended after " + out.position() + " of " + file.size() + " bytes";
            throw new Unreachable(file.origin() + ": " + missing, new IOException(missing));
        }
        progress.done();
    }

    private static int read(InputStream body, byte[] chunk, RemoteFile file) throws Unreachable {
        try {
            return body.read(chunk);
        } catch (IOException e) {
            throw new Unreachable(file.origin() + ": " + e, e);
        }
    }
}
