package org.evenkeel.leakcheck.specimens.leaking;

import java.util.ArrayDeque;
import org.evenkeel.leakcheck.specimens.Leaks;

/** A context stack that is pushed on every entry, and popped on all ways out but one in 16. */
@Leaks(
        why = "a stack is pushed more often than popped",
        perOperation = (16 + 16 + 240 + 6) / 16.0,
        period = 16,
        holder = "StackNeverPopped.contexts",
        allocates = "StackNeverPopped.run")
public final class StackNeverPopped implements Runnable {
    private final ArrayDeque<Context> contexts = new ArrayDeque<>();
    private long requests;

    @Override
    public synchronized void run() {
        contexts.push(new Context(new byte[240]));
        if (++requests % 16 != 0) {
            contexts.pop();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // It is held, never compared.
    private record Context(byte[] attributes) {}
}
