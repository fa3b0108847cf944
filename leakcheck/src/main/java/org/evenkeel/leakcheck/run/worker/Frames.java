package org.evenkeel.leakcheck.run.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes frames. Uses one buffer that is allocated once, so writing leaves nothing on the heap. */
final class Frames {

    private final OutputStream out;
    private final byte[] bytes = new byte[Protocol.MAX_FRAME_BYTES];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes);

    Frames(OutputStream out) {
        this.out = out;
    }

    /** Writes a frame without content. */
    void write(byte code) throws IOException {
        begin(code);
        end();
    }

    /** Writes a frame of one number. */
    void write(byte code, long number) throws IOException {
        begin(code);
        buffer.putLong(number);
        end();
    }

    /** Writes a frame of several numbers. */
    void write(byte code, long[] numbers) throws IOException {
        begin(code);
        for (long number : numbers) {
            buffer.putLong(number);
        }
        end();
    }

    /** Writes a text of any length as frames, and then a frame that says what it was. */
    void writeText(String text, byte meaning) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int most = Protocol.MAX_FRAME_BYTES - Protocol.HEADER_BYTES;
        for (int start = 0; start < utf8.length; start += most) {
            begin(Protocol.TEXT);
            buffer.put(utf8, start, Math.min(most, utf8.length - start));
            end();
        }
        write(meaning);
    }

    private void begin(byte code) {
        buffer.clear();
        buffer.putInt(Protocol.MAGIC);
        buffer.put(code);
        buffer.putShort((short) 0);
    }

    private void end() throws IOException {
        int length = buffer.position();
        buffer.putShort(Protocol.HEADER_BYTES - Short.BYTES, (short) (length - Protocol.HEADER_BYTES));
        out.write(bytes, 0, length);
        out.flush();
    }
}
