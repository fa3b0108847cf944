package org.evenkeel.suite.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.evenkeel.kernel.Stopwatch;

/**
 * A log file of output that is somebody else's: any bytes, and as many of them as it likes. Its beginning and its end are
 * kept. The file stays readable here when it is deleted meanwhile, and a disk that is full does not stop the output.
 */
public final class BoundedLog implements Closeable {

    private final FileChannel file;
    private final int mostAtTheBeginning;
    private final byte[] end;
    private long bytes;
    private boolean isFull;
    private final LongSupplier nanoClock;
    private Stopwatch sinceOutput;

    private BoundedLog(FileChannel file, int mostAtTheBeginning, int mostAtTheEnd, LongSupplier nanoClock) {
        this.file = file;
        this.mostAtTheBeginning = mostAtTheBeginning;
        this.end = new byte[mostAtTheEnd];
        this.nanoClock = nanoClock;
        this.sinceOutput = Stopwatch.start(nanoClock);
    }

    /** A log into a file, which is replaced: 2 MiB of its beginning, 512 KiB of its end. */
    public static BoundedLog into(Path file) throws IOException {
        return into(file, 2 << 20, 1 << 19, System::nanoTime);
    }

    /**
     * A log into a file, which is replaced.
     *
     * @param mostAtTheBeginning bytes of the beginning that are kept
     * @param mostAtTheEnd bytes of the end that are kept
     * @param nanoClock as {@link System#nanoTime()}
     */
    static BoundedLog into(Path file, int mostAtTheBeginning, int mostAtTheEnd, LongSupplier nanoClock)
            throws IOException {
        return new BoundedLog(
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE),
                mostAtTheBeginning,
                mostAtTheEnd,
                nanoClock);
    }

    /** Takes more output. */
    public synchronized void add(byte[] output, int length) {
        int atTheBeginning = (int) Math.max(0, Math.min(length, mostAtTheBeginning - bytes));
        write(ByteBuffer.wrap(output, 0, atTheBeginning));
        for (int i = atTheBeginning; i < length; i++) {
            end[(int) ((bytes + i - mostAtTheBeginning) % end.length)] = output[i];
        }
        bytes += length;
        sinceOutput = Stopwatch.start(nanoClock);
    }

    /** How long there has been no output. */
    synchronized Duration silence() {
        return sinceOutput.elapsed();
    }

    /** What is kept, as text; bytes that are no UTF-8 are replaced. */
    public synchronized String text() {
        try {
            ByteBuffer beginning = ByteBuffer.allocate((int) file.size());
            while (beginning.hasRemaining() && file.read(beginning, beginning.position()) >= 0) {
                // Read on.
            }
            String text = new String(beginning.array(), 0, beginning.position(), StandardCharsets.UTF_8);
            return file.isOpen() && bytes > mostAtTheBeginning
                    ? text + new String(theEnd(), StandardCharsets.UTF_8)
                    : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (file.isOpen() && bytes > mostAtTheBeginning) {
            write(ByteBuffer.wrap(theEnd()));
        }
        file.close();
    }

    private byte[] theEnd() {
        long more = bytes - mostAtTheBeginning;
        int kept = (int) Math.min(more, end.length);
        byte[] note = more > end.length
                ? ("\n[" + (more - end.length) + " bytes are left out here]\n").getBytes(StandardCharsets.UTF_8)
                : new byte[0];
        ByteBuffer all = ByteBuffer.allocate(note.length + kept).put(note);
        for (long i = more - kept; i < more; i++) {
            all.put(end[(int) (i % end.length)]);
        }
        return all.array();
    }

    /** A log is worth less than the run: where nothing more can be written, the rest of it is not. */
    private void write(ByteBuffer some) {
        try {
            while (!isFull && some.hasRemaining()) {
                file.write(some);
            }
        } catch (IOException full) {
            isFull = true;
        }
    }
}
