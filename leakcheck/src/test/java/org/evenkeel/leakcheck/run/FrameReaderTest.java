package org.evenkeel.leakcheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.leakcheck.run.worker.Protocol;
import org.junit.jupiter.api.Test;

class FrameReaderTest {

    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private final List<String> lines = new ArrayList<>();

    @Test
    void next_framesBetweenOtherOutput_findsBoth() throws IOException {
        text("a warning\n");
        frame(Protocol.DONE, 42);
        text("half a ");
        frame(Protocol.DONE, 43);
        text("line\n");

        FrameReader reader = reader();
        assertThat(reader.next()).get().extracting(f -> f.number(0)).isEqualTo(42L);
        assertThat(reader.next()).get().extracting(f -> f.number(0)).isEqualTo(43L);
        assertThat(reader.next()).isEmpty();
        assertThat(lines).containsExactly("a warning", "half a line");
    }

    @Test
    void next_beginningOfAMagicInOtherOutput_isPassedOn() throws IOException {
        stream.write(0xFF);
        stream.write(0x65);
        text("x\n");
        frame(Protocol.STARTED);

        assertThat(reader().next()).get().extracting(WorkerFrame::code).isEqualTo(Protocol.STARTED);
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).endsWith("ex");
    }

    @Test
    void next_frameCutOffByTheEnd_isNoFrame() throws IOException {
        frame(Protocol.DONE, 42);
        byte[] all = stream.toByteArray();
        FrameReader reader = new FrameReader(new ByteArrayInputStream(all, 0, all.length - 1), lines::add);

        assertThat(reader.next()).isEqualTo(Optional.empty());
    }

    private FrameReader reader() {
        return new FrameReader(new ByteArrayInputStream(stream.toByteArray()), lines::add);
    }

    private void text(String text) {
        stream.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private void frame(byte code, long... numbers) {
        ByteBuffer frame = ByteBuffer.allocate(Protocol.HEADER_BYTES + numbers.length * Long.BYTES)
                .putInt(Protocol.MAGIC)
                .put(code)
                .putShort((short) (numbers.length * Long.BYTES));
        for (long number : numbers) {
            frame.putLong(number);
        }
        stream.writeBytes(frame.array());
    }
}
