package org.evenkeel.leakcheck.run.worker;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads commands on a thread of its own, so that the end of the checker is noticed at once, even while a batch runs: then
 * this JVM ends as well.
 */
final class Commands extends Thread {

    private final InputStream in;
    private final byte[] bytes = new byte[Protocol.COMMAND_BYTES];
    private byte code;
    private long number;
    private boolean waiting;

    Commands(InputStream in) {
        super("leakcheck-commands");
        this.in = in;
        setDaemon(true);
    }

    @Override
    public void run() {
        try {
            while (in.readNBytes(bytes, 0, bytes.length) == bytes.length) {
                put();
            }
        } catch (IOException | InterruptedException e) {
            // The checker is gone, or this JVM is ending: both mean the end.
        }
        Runtime.getRuntime().halt(0);
    }

    private synchronized void put() throws InterruptedException {
        while (waiting) {
            wait();
        }
        code = bytes[0];
        long read = 0;
        for (int i = 1; i < bytes.length; i++) {
            read = (read << 8) | (bytes[i] & 0xFF);
        }
        number = read;
        waiting = true;
        notifyAll();
    }

    /** Waits for the next command and returns its code; {@link #number} then belongs to it. */
    synchronized byte next() throws InterruptedException {
        while (!waiting) {
            wait();
        }
        waiting = false;
        notifyAll();
        return code;
    }

    /** The number of the last command. */
    synchronized long number() {
        return number;
    }
}
