package org.evenkeel.suite.shards.run;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Shard;

/**
 * Keeps a second shard of a run off this host: two of them moved each other's scores by -56 to +128 %. The system gives the
 * lock back when the process ends, however it ends. Containers that do not share the folder for temporary files do not see
 * it; the merge sees them by their kernel.
 *
 * @param channel whose end gives it back
 */
public record HostLock(FileChannel channel) implements AutoCloseable {

    private static final int LONGEST_NOTE = 200;

    /**
     * Takes the lock.
     *
     * @param folder for temporary files
     * @param run what the whole run is called
     * @throws BadInputException when another shard of the run is at work here
     */
    public static HostLock take(Path folder, String run, Shard shard, ShardHost host) {
        UUID name = UUID.nameUUIDFromBytes((run + "\n" + host.id()).getBytes(StandardCharsets.UTF_8));
        File file = folder.resolve("evenkeel-shard-" + name + ".lock").toFile();
        try {
            if (file.createNewFile()) {
                // Another user's shard disturbs as much.
                var unused = file.setReadable(true, false) && file.setWritable(true, false);
            }
            FileChannel channel = FileChannel.open(file.toPath(), StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                String holder = note(channel);
                channel.close();
                throw new BadInputException("--shard " + shard + ": this host (" + host.name()
                        + ") is at work on shard "
                        + holder + " of the same run, and two would measure each other; nothing was measured: give each"
                        + " shard a host of its own, or start this one when that one has ended");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    (shard + ", process " + ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new HostLock(channel);
        } catch (IOException e) {
            throw new BadInputException(
                    "--shard " + shard + ": " + file + " cannot be locked: " + AtomicFiles.reason(e)
                            + "; give another folder for temporary files by TMPDIR or -Djava.io.tmpdir",
                    e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisJvm) {
            return false;
        }
    }

    private static String note(FileChannel channel) throws IOException {
        ByteBuffer note = ByteBuffer.allocate(LONGEST_NOTE);
        channel.read(note, 0);
        String text = new String(note.array(), 0, note.position(), StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? "another" : text;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
