package org.evenkeel.suite.load.run.worker;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The end of the pipe into which the runner writes; several threads do. */
final class Pipe {

    private static final int MOST_TEXT = 4_000;

    private final DataOutputStream out;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(1 << 16);

    Pipe(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    /** Something that writes its content. */
    interface Content {
        void write(DataOutputStream to) throws IOException;
    }

    synchronized void send(byte code, @Nullable Content written) throws IOException {
        content.reset();
        if (written != null) {
            written.write(new DataOutputStream(content));
        }
        out.writeByte(code);
        out.writeInt(content.size());
        content.writeTo(out);
        out.flush();
    }

    void text(byte code, String text) throws IOException {
        String some = text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) + "…" : text;
        send(code, to -> to.write(some.getBytes(StandardCharsets.UTF_8)));
    }
}
