package org.evenkeel.leakcheck.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One frame from the worker. */
final class WorkerFrame {

    private final byte code;
    private final byte[] content;

    WorkerFrame(byte code, byte[] content) {
        this.code = code;
        this.content = content;
    }

    /** Which frame it is. */
    byte code() {
        return code;
    }

    /** The number at this place of the content. */
    long number(int place) {
        return ByteBuffer.wrap(content).getLong(place * Long.BYTES);
    }

    /** The content itself. */
    byte[] content() {
        return content.clone();
    }

    /** The content as text. */
    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }
}
