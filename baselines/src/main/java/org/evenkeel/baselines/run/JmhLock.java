package org.evenkeel.baselines.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.evenkeel.leakcheck.command.BadInputException;

/**
 * The lock that JMH holds while it measures, so that no two of a machine measure each other.
 *
 * @param file that JMH locks
 */
public record JmhLock(Path file) {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** The lock of this machine, as every JMH on it names it that has the same folder for temporary files. */
    public static JmhLock ofThisMachine() {
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

    /**
     * Holds it as JMH would.
     *
     * @throws BadInputException when another does
     */
    public Hold hold() {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return new Hold(Optional.of(channel));
            }
            channel.close();
        } catch (IOException notOurs) {
            // Somebody else's file: nothing can be held, and nothing be said against measuring.
            return new Hold(Optional.empty());
        }
        throw new BadInputException("another JMH run holds the lock of this machine (" + file
                + "); two at once would measure each other: wait until it is done, or stop it");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisJvm) {
            return false;
        }
    }

    /**
     * The lock, while it is held.
     *
     * @param channel whose end gives it back
     */
    public record Hold(Optional<FileChannel> channel) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            if (channel.isPresent()) {
                channel.get().close();
            }
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
