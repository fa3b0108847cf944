package org.evenkeel.leakcheck.run;

import java.io.IOException;
import java.time.Duration;
import org.evenkeel.leakcheck.run.cause.Subject;

/** The checked JVM as the search for a cause sees it. */
record SearchedJvm(JvmUnderCheck jvm, Batches batches) implements Subject {

    /** One stretch of operations. */
    private static final double MOST_NANOS = 3e9;

    @Override
    public String command(String diagnosticCommand) throws IOException {
        return jvm.attachSocket().run(diagnosticCommand, AttachSocket.QUICKLY);
    }

    @Override
    public void command(String diagnosticCommand, Duration within) throws IOException {
        jvm.attachSocket().run(diagnosticCommand, within);
    }

    @Override
    public boolean takesAgents() {
        return jvm.isOwn();
    }

    @Override
    public void load(String library, String options) throws IOException {
        if (!jvm.isOwn()) {
            throw new IOException("no agent goes into a JVM that runs other things as well");
        }
        jvm.attachSocket().load(library, options);
    }

    @Override
    public void run(long operationsEach) throws IOException, InterruptedException {
        // A search has its own time: slow operations are made one by one.
        double most = MOST_NANOS / Math.max(1, batches.nanosPerOperation()) / batches.threads();
        try {
            batches.run((long) Math.max(1, Math.min((double) operationsEach, most)));
        } catch (RunBroken | RunRefused e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void rest() throws IOException, InterruptedException {
        try {
            var unused = batches.rest(true);
        } catch (RunBroken | RunRefused e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public long operations() {
        return batches.operations();
    }

    @Override
    public long pid() {
        return jvm.pid();
    }
}
