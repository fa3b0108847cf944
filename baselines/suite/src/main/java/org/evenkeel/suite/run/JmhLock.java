package org.evenkeel.suite.run;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Children;
import org.evenkeel.kernel.Stopwatch;

/**
 * The lock that JMH holds while it measures, so that no two of a machine measure each other. A run holds it in JMH's place.
 *
 * @param file that JMH locks
 */
public record JmhLock(Path file) {

    /** Two runs that measure benchmark by benchmark take turns long before; somebody else's JMH may take this long. */
    public static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** The lock of this machine, as every JMH on it names it that has the same folder for temporary files. */
    public static JmhLock ofThisMachine() {
        return new JmhLock(Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock"));
    }

    /**
     * Holds it as JMH would, as soon as nobody else does.
     *
     * @param patience the longest wait
     * @param note is told when there is something to wait for
     * @throws BadInputException when another still holds it then, or the file cannot be locked by this user
     */
    public Hold hold(Duration patience, Consumer<String> note) throws IOException, InterruptedException {
        Stopwatch watch = Stopwatch.start();
        FileChannel channel = open();
        boolean held = false;
        try {
            held = tryLock(channel);
            if (!held) {
                note.accept("Another JMH measures on this machine; waiting for it, at most " + patience.toSeconds()
                        + " s.");
                held = await(channel, patience.minus(watch.elapsed()));
            }
        } finally {
            if (!held) {
                channel.close();
            }
        }
        if (!held) {
            throw new BadInputException(
                    "another JMH run has held the lock of this machine (" + file + ") for " + patience.toSeconds()
                            + " s; two at once would measure each other: wait until it is done, or stop it");
        }
        if (Children.endAbandoned() > 0) {
            note.accept("Ended what an earlier run that was killed had left measuring.");
        }
        return new Hold(channel);
    }

    private FileChannel open() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            File lock = file.toFile();
            if (lock.createNewFile()) {
                // As JMH makes it: other users of the machine lock the same file.
                var unused = lock.setReadable(true, false) && lock.setWritable(true, false);
            }
            return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException notOurs) {
            throw new BadInputException(
                    file + ": expected a file that this user can lock, as every JMH on the machine does, but: "
                            + AtomicFiles.reason(notOurs) + "; have its owner delete it or make it writable for all",
                    notOurs);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisJvm) {
            return false;
        }
    }

    /** Whoever asks the system and waits is served the moment it is free; whoever looks now and then comes too late. */
    private static boolean await(FileChannel channel, Duration patience) throws InterruptedException {
        CompletableFuture<Boolean> locked = new CompletableFuture<>();
        Thread thread = new Thread(() -> locked.complete(lock(channel)), "evenkeel-jmh-lock");
        thread.setDaemon(true);
        thread.start();
        try {
            return locked.get(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException notInTime) {
            return false;
        }
    }

    private static boolean lock(FileChannel channel) {
        while (channel.isOpen()) {
            try {
                return channel.lock().isValid();
            } catch (OverlappingFileLockException heldByThisJvm) {
                try {
                    Thread.sleep(BETWEEN_LOOKS.toMillis());
                } catch (InterruptedException e) {
                    return false;
                }
            } catch (IOException closed) {
                return false;
            }
        }
        return false;
    }

    /**
     * The lock, while it is held.
     *
     * @param channel whose end gives it back
     */
    public record Hold(FileChannel channel) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
