package org.evenkeel.suite.load.run;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.evenkeel.kernel.Children;
import org.evenkeel.suite.load.run.worker.Order;
import org.evenkeel.suite.load.run.worker.PhaseOrder;
import org.evenkeel.suite.load.run.worker.Wire;
import org.evenkeel.suite.run.BoundedLog;

/** The driven JVM and the pipe to the runner in it. Closing it leaves no process behind. */
final class LoadJvm implements AutoCloseable {

    private static final int MOST_FRAME = 256 << 20;
    private static final int MOST_LINE = 300;
    private static final long CLOSE_SECONDS = 10;

    /** A frame that says that no more will come. */
    private static final byte END = 0;

    private final Process process;
    private final BoundedLog log;
    private final DataOutputStream commands;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();

    private LoadJvm(Process process, BoundedLog log) {
        this.process = process;
        this.log = log;
        commands = new DataOutputStream(process.getOutputStream());
        daemon("evenkeel-load-log", this::readLog);
        daemon("evenkeel-load-frames", this::readFrames);
    }

    /**
     * What the runner said.
     *
     * @param code as in {@link Wire}
     */
    @SuppressWarnings("ArrayRecordComponent") // It is read once.
    record Message(byte code, byte[] content) {
        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }

        DataInputStream data() {
            return new DataInputStream(new ByteArrayInputStream(content));
        }
    }

    /**
     * Starts it.
     *
     * @param main the main class and its arguments
     * @param log gets all output of the target
     * @param jar where the runner's jar may be put
     */
    static LoadJvm start(Path java, List<Path> classPath, List<String> arguments, List<String> main, Path log, Path jar)
            throws IOException {
        RunnerJar.write(jar);
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                // The socket for class histograms, without a signal to ask for it.
                "-XX:+StartAttachListener",
                // Standard output belongs to the pipe.
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(arguments);
        List<Path> all = new ArrayList<>(classPath);
        all.add(jar);
        command.addAll(
                List.of("-cp", all.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        command.addAll(main);
        return new LoadJvm(Children.start(new ProcessBuilder(command)), BoundedLog.into(log));
    }

    long pid() {
        return process.pid();
    }

    Process process() {
        return process;
    }

    void order(Order order) throws LoadBroken {
        send(Wire.ORDER, order::write);
    }

    void run(PhaseOrder phase) throws LoadBroken {
        send(Wire.PHASE, phase::write);
    }

    /** Ends the phase that runs. From any thread. */
    void stop() {
        try {
            send(Wire.STOP, to -> {});
        } catch (LoadBroken gone) {
            // There is nothing to stop any more.
            return;
        }
    }

    private interface Content {
        void write(DataOutputStream to) throws IOException;
    }

    private synchronized void send(byte code, Content content) throws LoadBroken {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            content.write(new DataOutputStream(bytes));
            commands.writeByte(code);
            commands.writeInt(bytes.size());
            bytes.writeTo(commands);
            commands.flush();
        } catch (IOException gone) {
            throw new LoadBroken(ended());
        }
    }

    /**
     * The next thing that it says.
     *
     * @throws LoadBroken when it ends instead, or says nothing for that long
     */
    Message next(Duration within) throws LoadBroken, InterruptedException {
        Message message = messages.poll(within.toMillis(), TimeUnit.MILLISECONDS);
        if (message == null) {
            throw new LoadBroken("the driven JVM said nothing for " + within.toSeconds() + " s");
        }
        if (message.code() == END) {
            messages.add(message);
            throw new LoadBroken(ended());
        }
        return message;
    }

    private String ended() {
        try {
            process.waitFor(CLOSE_SECONDS, TimeUnit.SECONDS);
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String[] lines = log.text().strip().split("\\R", -1);
        String last = lines[lines.length - 1].strip();
        Optional<Integer> status = process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
        return "the driven JVM ended"
                + status.map(code -> " with status " + code).orElse("")
                + (last.isEmpty()
                        ? ""
                        : "; its last line was: " + last.substring(0, Math.min(MOST_LINE, last.length())));
    }

    private void readFrames() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16))) {
            while (true) {
                byte code = in.readByte();
                int length = in.readInt();
                if (length < 0 || length > MOST_FRAME) {
                    throw new EOFException("a frame of " + length + " bytes");
                }
                byte[] content = new byte[length];
                in.readFully(content);
                messages.add(new Message(code, content));
            }
        } catch (IOException ended) {
            messages.add(new Message(END, new byte[0]));
        }
    }

    private void readLog() {
        byte[] some = new byte[1 << 13];
        try (InputStream errors = process.getErrorStream()) {
            for (int length = errors.read(some); length >= 0; length = errors.read(some)) {
                log.add(some, length);
            }
        } catch (IOException ended) {
            // The process has ended, and its output with it.
            return;
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Has it close what it opened, and ends it when it does not. */
    @Override
    public void close() {
        try {
            send(Wire.CLOSE, to -> {});
            process.waitFor(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (LoadBroken gone) {
            // It has ended by itself.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Children.kill(process);
        try {
            log.close();
        } catch (IOException unwritten) {
            // A log is worth less than the run.
            return;
        }
    }
}
