package org.evenkeel.kernel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What another program answers. It is not waited for longer than it may take, nor for what it has left behind that holds its
 * output open, and no more of what it says is kept than anybody reads.
 *
 * @param status exit status
 * @param text what it said, without white space around it
 */
public record Answer(int status, String text) {

    private static final int MOST_BYTES = 16 << 20;

    /** For output that is still on its way when the program has ended. */
    private static final long REST_MILLIS = 2_000;

    /**
     * Runs a program to its end. It gets no input.
     *
     * @throws IOException when it cannot be started, or has not ended in time
     */
    public static Answer of(ProcessBuilder program, Duration within) throws IOException, InterruptedException {
        Process process = program.start();
        try {
            process.getOutputStream().close();
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            Thread reader = new Thread(() -> read(process.getInputStream(), said), "evenkeel-answer");
            reader.setDaemon(true);
            reader.start();
            if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(program.command().get(0) + " did not answer within " + within.toSeconds() + " s");
            }
            reader.join(REST_MILLIS);
            synchronized (said) {
                return new Answer(
                        process.exitValue(),
                        said.toString(StandardCharsets.UTF_8).strip());
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private static void read(InputStream output, ByteArrayOutputStream into) {
        byte[] some = new byte[1 << 13];
        try (output) {
            for (int length = output.read(some); length >= 0; length = output.read(some)) {
                synchronized (into) {
                    into.write(some, 0, Math.max(0, Math.min(length, MOST_BYTES - into.size())));
                }
            }
        } catch (IOException ended) {
            // The program was ended, and its output with it.
        }
    }
}
