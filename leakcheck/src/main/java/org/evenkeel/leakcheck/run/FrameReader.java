package org.evenkeel.leakcheck.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.leakcheck.run.worker.Protocol;

/** Finds frames in a stream that other output may stand between, and passes the other output on line by line. */
final class FrameReader {

    /** Nobody reads more of a line, and a workload may print a gigabyte without ending one. */
    private static final int MOST_BYTES = 4096;

    private final InputStream in;
    private final Consumer<String> otherLines;
    private final ByteArrayOutputStream other = new ByteArrayOutputStream();

    FrameReader(InputStream in, Consumer<String> otherLines) {
        this.in = in;
        this.otherLines = otherLines;
    }

    /** The next frame, or empty at the end of the stream. */
    Optional<WorkerFrame> next() throws IOException {
        int matched = 0;
        while (true) {
            int read = in.read();
            if (read < 0) {
                pass('\n');
                return Optional.empty();
            }
            if (read == magic(matched)) {
                matched++;
                if (matched == Integer.BYTES) {
                    Optional<WorkerFrame> frame = rest();
                    if (frame.isPresent()) {
                        return frame;
                    }
                    matched = 0;
                }
            } else {
                for (int i = 0; i < matched; i++) {
                    pass(magic(i));
                }
                matched = read == magic(0) ? 1 : 0;
                if (matched == 0) {
                    pass(read);
                }
            }
        }
    }

    private Optional<WorkerFrame> rest() throws IOException {
        byte[] header = in.readNBytes(Protocol.HEADER_BYTES - Integer.BYTES);
        if (header.length < Protocol.HEADER_BYTES - Integer.BYTES) {
            return Optional.empty();
        }
        int length = ((header[1] & 0xFF) << 8) | (header[2] & 0xFF);
        byte[] content = in.readNBytes(length);
        return content.length < length ? Optional.empty() : Optional.of(new WorkerFrame(header[0], content));
    }

    private static int magic(int place) {
        return Protocol.MAGIC >>> (8 * (Integer.BYTES - 1 - place)) & 0xFF;
    }

    private void pass(int character) {
        if (character != '\n') {
            if (other.size() < MOST_BYTES) {
                other.write(character);
            }
        } else if (other.size() > 0) {
            otherLines.accept(other.toString(StandardCharsets.UTF_8));
            other.reset();
        }
    }
}
