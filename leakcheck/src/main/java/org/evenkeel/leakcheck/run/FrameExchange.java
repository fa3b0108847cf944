package org.evenkeel.leakcheck.run;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.evenkeel.kernel.Children;
import org.evenkeel.leakcheck.run.worker.Protocol;
import org.evenkeel.leakcheck.samples.Failure;

/** Commands to a worker, and its frames back, as {@link Protocol} says. */
final class FrameExchange {

    /** Ends the stream of frames in the queue. */
    private static final WorkerFrame END = new WorkerFrame((byte) 0, new byte[0]);

    private final OutputStream commands;
    private final OutputTail output;
    private final JvmUnderCheck jvm;
    private final BlockingQueue<WorkerFrame> frames = new LinkedBlockingQueue<>();

    /**
     * Begins to read frames.
     *
     * @param output gets what stands between frames
     * @param jvm whom to ask when the frames end or stay away
     */
    FrameExchange(InputStream in, OutputStream commands, OutputTail output, JvmUnderCheck jvm) {
        this.commands = commands;
        this.output = output;
        this.jvm = jvm;
        startDaemon("leakcheck-frames", () -> readFrames(in));
    }

    /** Sends a command. A JVM that has ended does not mind; waiting for its answer tells. */
    void send(byte code, long number) {
        try {
            commands.write(ByteBuffer.allocate(Protocol.COMMAND_BYTES)
                    .put(code)
                    .putLong(number)
                    .array());
            commands.flush();
        } catch (IOException e) {
            output.add("the checker could not send command " + code + ": " + e.getMessage());
        }
    }

    /**
     * Waits for a frame.
     *
     * @param code the frame that is expected
     * @param nanos how long to wait
     * @param activity what the JVM is doing, for the message when it does not get there
     * @throws RunBroken when it reports a failure, ends, or stays silent
     * @throws RunRefused when it says that it cannot have the workload
     */
    WorkerFrame await(byte code, long nanos, String activity) throws RunBroken, RunRefused, InterruptedException {
        return await(code, nanos, activity, new StringBuilder());
    }

    /** Waits for a text. */
    String awaitText(long nanos, String activity) throws RunBroken, RunRefused, InterruptedException {
        StringBuilder text = new StringBuilder();
        await(Protocol.END_OF_TEXT, nanos, activity, text);
        return text.toString();
    }

    private WorkerFrame await(byte code, long nanos, String activity, StringBuilder text)
            throws RunBroken, RunRefused, InterruptedException {
        long deadline = System.nanoTime() + nanos;
        while (true) {
            WorkerFrame frame = frames.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (frame == null) {
                throw new RunBroken(
                        Failure.Kind.HUNG,
                        activity + " did not end within " + Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos)) + " s"
                                + whereItHangs());
            }
            if (frame == END) {
                frames.add(END);
                throw jvm.ended(activity);
            }
            if (frame.code() == code) {
                return frame;
            }
            switch (frame.code()) {
                case Protocol.TEXT -> text.append(frame.text());
                case Protocol.REFUSED -> throw new RunRefused(text.toString());
                case Protocol.THREW -> throw new RunBroken(Failure.Kind.THREW, activity + ": " + text);
                case Protocol.OUT_OF_MEMORY -> throw new RunBroken(Failure.Kind.OUT_OF_MEMORY, text.toString());
                case Protocol.BROKEN -> throw new RunBroken(Failure.Kind.BROKE_INVARIANT, text.toString());
                default ->
                    throw new IllegalStateException("frame " + frame.code() + " while waiting for frame " + code);
            }
        }
    }

    private String whereItHangs() {
        if (Children.isStopped(jvm.pid())) {
            return "; its JVM was stopped, as by SIGSTOP";
        }
        try {
            return ThreadDump.callers(jvm.attachSocket().run("Thread.print", AttachSocket.QUICKLY))
                    .map(place -> "; a caller was at " + place)
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    /** The JVM has ended, and what it said has come; what holds its output open is something else. */
    void end() {
        frames.add(END);
    }

    private void readFrames(InputStream stream) {
        try (BufferedInputStream in = new BufferedInputStream(stream)) {
            FrameReader reader = new FrameReader(in, output::add);
            for (Optional<WorkerFrame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                frames.add(frame.get());
            }
        } catch (IOException e) {
            output.add("the checker could not read on: " + e.getMessage());
        }
        frames.add(END);
    }

    /** Starts a thread that keeps no JVM alive. */
    static void startDaemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
