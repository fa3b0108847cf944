package org.evenkeel.leakcheck.specimens.leaking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;

/**
 * An upload's temporary file that the one request in 500 that fails leaves behind. Some 50 microseconds for that one.
 */
@Leaks(
        why = "temporary files are made and not deleted",
        signal = Signal.TEMPORARY_FILES,
        perOperation = 1 / 500.0,
        period = 500)
public final class TemporaryFilesLeft implements Callable<Object>, AutoCloseable {
    private final AtomicLong requests = new AtomicLong();
    private final String prefix = "specimen-upload-" + ProcessHandle.current().pid() + "-";

    @Override
    public Object call() throws IOException {
        long request = requests.incrementAndGet();
        return request % 500 != 0 ? request : Files.createTempFile(prefix, ".tmp");
    }

    @Override
    public void close() throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (var files = Files.newDirectoryStream(folder, prefix + "*")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
