package hebb.core.shape;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/// Words for a file that the system does not give: not there, not allowed, or broken off.
public final class UnreadableFile {
    private UnreadableFile() {}

    /// The error for a file, or for a thing in it, of this name.
    public static HebbException of(Object name, Exception e) {
        var where = String.valueOf(name);
        return e instanceof NoSuchFileException
                ? HebbException.of(where, "there is no such file").cause(e)
                : HebbException.of(where, "the file cannot be read").received(reason(e)).cause(e);
    }

    /// What the system says of it, without the kind of exception.
    public static String reason(Exception e) {
        if (e instanceof AccessDeniedException) {
            return "a file that may not be read"; // its message is the name alone
        }
        var told = e.getCause() instanceof IOException cause ? cause : e;
        var message = told.getMessage();
        return message == null ? told.getClass().getSimpleName() : message;
    }
}
