package org.evenkeel.leakcheck.specimens.leaking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;

/**
 * A directory listing that is read and dropped unclosed. Nothing closes it for the caller, so the descriptor stays
 * although the heap holds nothing; on Linux one listing has two.
 */
@Leaks(
        why = "listings of a directory are dropped unclosed, and no cleaner closes them",
        signal = Signal.FILE_DESCRIPTORS,
        perOperation = 2 / 2_000.0,
        period = 2_000,
        allocates = "DirectoryListings.listing")
public final class DirectoryListings implements Callable<Object>, AutoCloseable {
    private final Path folder;
    private final AtomicLong requests = new AtomicLong();

    /** Makes the folder that is listed. */
    public DirectoryListings() throws IOException {
        folder = Files.createTempDirectory("specimen-listed");
    }

    @Override
    public Object call() throws IOException {
        long request = requests.incrementAndGet();
        return request % 2_000 != 0 ? request : listing();
    }

    @SuppressWarnings("StreamResourceLeak") // That is the leak.
    private boolean listing() throws IOException {
        return Files.newDirectoryStream(folder).iterator().hasNext();
    }

    @Override
    public void close() throws IOException {
        Files.delete(folder);
    }
}
