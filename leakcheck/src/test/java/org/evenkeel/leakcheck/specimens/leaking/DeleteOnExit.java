package org.evenkeel.leakcheck.specimens.leaking;

import java.io.File;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/**
 * Files marked for deletion when the JVM ends: their paths are remembered until then, even of files that are long gone.
 */
@Leaks(
        why = "the JVM remembers every path ever given to deleteOnExit",
        perOperation = (40 + 24 + 16 + 240 + 8) / 20.0,
        period = 20,
        holder = "DeleteOnExitHook.files",
        allocates = "DeleteOnExit.run")
public final class DeleteOnExit implements Runnable {
    /** A folder that does not exist, so there is nothing to delete in the end. */
    private static final String FOLDER = "no-such-folder-" + "x".repeat(212) + "/";

    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        long request = requests.incrementAndGet();
        if (request % 20 == 0) {
            new File(FOLDER + (100_000_000_000L + request)).deleteOnExit();
        }
    }
}
