package org.evenkeel.leakcheck.run.worker;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads commands on a thread of its own, so that the end of the checker is noticed at once, even while a batch runs: then
 * a JVM that was started for the check ends as well, and one that was there before closes the check.
 */
final class WorkerCommands extends Thread {

    private final InputStream in;
    private final byte[] bytes = new byte[Protocol.COMMAND_BYTES];
    private byte code;
    private long number;
    private boolean waiting;

    private final boolean ownsJvm;

    /** @param ownsJvm whether this JVM has nothing else to do */
    WorkerCommands(InputStream in, boolean ownsJvm) {
        super("leakcheck-commands");
        this.in = in;
        this.ownsJvm = ownsJvm;
        setDaemon(true);
    }

    @Override
    public void run() {
        try {
            while (in.readNBytes(bytes, 0, bytes.length) == bytes.length) {
                put(bytes[0]);
                if (bytes[0] == Protocol.CLOSE && !ownsJvm) {
                    // What follows is not for the worker.
                    return;
                }
            }
        } catch (IOException | InterruptedException e) {
            // The checker is gone, or this JVM is ending: both mean the end.
        }
        if (ownsJvm) {
            Runtime.getRuntime().halt(0);
        }
        closeAtOnce();
    }

    private synchronized void closeAtOnce() {
        code = Protocol.CLOSE;
        waiting = true;
        notifyAll();
    }

    private synchronized void put(byte command) throws InterruptedException {
        while (waiting) {
            wait();
        }
        code = command;
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
