package org.evenkeel.leakcheck.specimens.leaking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;

/** One empty temporary folder per 10,000 operations. */
@Leaks(
        why = "one operation in 10,000 leaves a temporary folder",
        signal = Signal.TEMPORARY_FILES,
        perOperation = 1 / 10_000.0,
        period = 10_000)
public final class TemporaryFolderIn10000 implements Callable<Object>, AutoCloseable {
    private final AtomicLong requests = new AtomicLong();
    private final String prefix = "specimen-work-" + ProcessHandle.current().pid() + "-";

    @Override
    public Object call() throws IOException {
        long request = requests.incrementAndGet();
        return request % 10_000 != 0 ? request : Files.createTempDirectory(prefix);
    }

    @Override
    public void close() throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (var folders = Files.newDirectoryStream(folder, prefix + "*")) {
            for (Path left : folders) {
                Files.delete(left);
            }
        }
    }
}
