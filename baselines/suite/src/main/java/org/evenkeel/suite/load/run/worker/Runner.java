package org.evenkeel.suite.load.run.worker;

import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.evenkeel.workload.BadPathException;
import org.evenkeel.workload.Gauge;
import org.evenkeel.workload.Invariants;
import org.jspecify.annotations.Nullable;

/** The main class of the driven JVM, and the far end of the pipe to it whatever it drives. */
public final class Runner {

    /** How long a path may take to become quiet after a phase. */
    private static final long QUIET_SECONDS = 60;

    private static final long INTERRUPTED_SECONDS = 25;

    private final Pipe pipe;
    private final DataInputStream commands;
    private final BlockingQueue<Optional<PhaseOrder>> phases = new LinkedBlockingQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Running running;
    private volatile boolean stopping;
    private volatile @Nullable Ticker ticker;

    private Runner(Pipe pipe, DataInputStream commands) {
        this.pipe = pipe;
        this.commands = commands;
    }

    /** Drives hot paths and classes of this JVM's class path. */
    public static void main(String[] args) throws IOException {
        serve(PathBackend::open);
    }

    /** Runs until it is told to close, or nobody is there any more to tell it; does not return. */
    public static void serve(Backend.Opener opener) throws IOException {
        Pipe pipe = new Pipe(new FileOutputStream(FileDescriptor.out));
        DataInputStream commands = new DataInputStream(new FileInputStream(FileDescriptor.in));
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        Runner runner = new Runner(pipe, commands);
        try {
            runner.answer(opener);
        } catch (BadPathException e) {
            pipe.text(Wire.REFUSED, String.valueOf(e.getMessage()));
        } catch (Throwable e) {
            pipe.text(Wire.FAILED, describe(e));
        }
        runner.ended.countDown();
        Runtime.getRuntime().halt(0);
    }

    @SuppressWarnings("IllegalThrows") // A class may throw whatever it likes when it is made.
    private void answer(Backend.Opener opener) throws Throwable {
        if (commands.readByte() != Wire.ORDER) {
            throw new IOException("the first word was no order");
        }
        commands.readInt();
        Order order = Order.read(commands);
        // Ctrl-C reaches this JVM as well as the one that started it, which has to hear of what was measured.
        Runtime.getRuntime().addShutdownHook(new Thread(this::awaitEnd, "evenkeel-interrupted"));
        Invariants invariants = new Invariants();
        Counts counts = new Counts(order.tasks());
        Backend backend = opener.open(order, counts, invariants);
        List<Gauge> gauges = backend.gauges();
        Ticker ticks = new Ticker(pipe, counts, gauges, invariants, order.tickMillis());
        ticker = ticks;
        ticks.start();
        Opened opened = new Opened(
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                Runtime.getRuntime().maxMemory(),
                backend.closedNanos(),
                backend.openCpuNanos(),
                gauges.stream()
                        .map(gauge -> new Opened.GaugeName(gauge.name(), gauge.unit()))
                        .toList());
        pipe.send(Wire.OPENED, opened::write);
        Thread listener = new Thread(this::listen, "evenkeel-commands");
        listener.setDaemon(true);
        listener.start();
        int number = 0;
        for (Optional<PhaseOrder> next = phases.take(); next.isPresent(); next = phases.take()) {
            run(backend.phase(next.get(), order.seed() + 7_919L * number++), ticks);
            pipe.send(Wire.PHASE_DONE, null);
            check(backend, invariants);
            pipe.send(Wire.PHASE_CHECKED, null);
        }
        backend.close();
    }

    private void run(Running phase, Ticker ticks) throws InterruptedException, IOException {
        running = phase;
        ticks.begin(phase);
        if (stopping) {
            phase.stop();
        }
        phase.run();
        running = null;
        ticks.end(phase);
    }

    /** Waits until all is quiet and invariants were checked; what does not become quiet is told of. */
    private void check(Backend backend, Invariants invariants) throws IOException, InterruptedException {
        Thread quiet = new Thread(
                () -> {
                    try {
                        backend.awaitQuiet();
                    } catch (InterruptedException gaveUp) {
                        // It is told below.
                    }
                },
                "evenkeel-quiet");
        quiet.setDaemon(true);
        quiet.start();
        quiet.join(TimeUnit.SECONDS.toMillis(QUIET_SECONDS));
        if (quiet.isAlive()) {
            quiet.interrupt();
            pipe.text(Wire.BROKEN, "quiet after the load: something was still in flight after " + QUIET_SECONDS + " s");
        }
        List<Invariants.Violation> violations = invariants.violations();
        if (!violations.isEmpty()) {
            pipe.text(Wire.BROKEN, Ticker.text(violations));
        }
    }

    private void listen() {
        try {
            while (true) {
                byte code = commands.readByte();
                commands.readInt();
                switch (code) {
                    case Wire.PHASE -> phases.add(Optional.of(PhaseOrder.read(commands)));
                    case Wire.STOP -> stop();
                    case Wire.TICK_NOW -> {
                        Ticker ticks = ticker;
                        if (ticks != null) {
                            ticks.want();
                        }
                    }
                    case Wire.CLOSE -> phases.add(Optional.empty());
                    default -> throw new IOException("unknown command " + code);
                }
            }
        } catch (IOException gone) {
            Runtime.getRuntime().halt(0);
        }
    }

    private void stop() {
        stopping = true;
        Running now = running;
        if (now != null) {
            now.stop();
        }
    }

    private void awaitEnd() {
        stop();
        try {
            ended.await(INTERRUPTED_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The exception, its causes, and for each the place it came from. */
    private static String describe(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (Throwable at = thrown; at != null && depth < 5; at = at.getCause(), depth++) {
            text.append(depth == 0 ? "" : ", caused by ").append(at);
            StackTraceElement[] stack = at.getStackTrace();
            if (stack.length > 0) {
                text.append(" at ").append(stack[0]);
            }
        }
        return text.toString();
    }
}
