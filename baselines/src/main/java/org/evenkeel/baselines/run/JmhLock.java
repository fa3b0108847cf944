package org.evenkeel.baselines.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * The lock that JMH holds while it measures, so that no two of a machine measure each other.
 *
 * @param file that JMH locks
 */
record JmhLock(Path file) {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** The lock of this machine, as every JMH on it names it that has the same folder for temporary files. */
    static JmhLock ofThisMachine() {
        return new JmhLock(Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock"));
    }

    /** Whether some JMH measures now. Where that cannot be found out, JMH itself will have to say so. */
    boolean isHeld() {
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException heldByThisJvm) {
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Waits until nobody holds it, or for so long. */
    void awaitFree(Duration patience) throws InterruptedException {
        long start = System.nanoTime();
        while (isHeld() && System.nanoTime() - start < patience.toNanos()) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }
}
