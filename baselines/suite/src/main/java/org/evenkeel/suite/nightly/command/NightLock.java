package org.evenkeel.suite.nightly.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second nightly away: two at once would each measure the other. The system releases it when the process ends,
 * however it ends, so a killed night locks nobody out.
 */
final class NightLock implements AutoCloseable {

    private final FileChannel channel;

    private NightLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock of a history.
     *
     * @throws BadInputException when another process has it
     */
    static NightLock take(Path history) {
        try {
            Files.createDirectories(history);
            FileChannel channel = FileChannel.open(
                    history.resolve(".nightly.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new BadInputException("--history " + history
                        + ": another nightly is at work on it, and two at once would measure each other; nothing was"
                        + " measured; wait until it has ended");
            }
            return new NightLock(channel);
        } catch (IOException e) {
            throw new BadInputException(
                    "--history " + history + ": cannot be written: " + AtomicFiles.reason(e)
                            + "; choose another folder",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException withinThisJvm) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
