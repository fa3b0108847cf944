package org.evenkeel.leakcheck.run.worker;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Supplier;
import org.evenkeel.workload.BadPathException;
import org.evenkeel.workload.HotPaths;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.PathSpec;
import org.evenkeel.workload.Workload;

/** The main class of the checked JVM: opens the workload and does what the checker commands. */
public final class Worker {

    /** Argument that announces a class; anything else announces a hot path. */
    public static final String CLASS = "class";

    /** Argument that announces a hot path. */
    public static final String PATH = "path";

    private final Frames frames;
    private final WorkerCommands commands;
    private final Supplier<String> disturbance;
    private final Invariants invariants = new Invariants();

    private Worker(Frames frames, WorkerCommands commands, Supplier<String> disturbance) {
        this.frames = frames;
        this.commands = commands;
        this.disturbance = disturbance;
    }

    /**
     * Runs the worker until it is told to close.
     *
     * @param args {@link #CLASS} or {@link #PATH}, what to open, the number of callers, the seed
     */
    public static void main(String[] args) throws IOException {
        Frames frames = new Frames(new FileOutputStream(FileDescriptor.out));
        WorkerCommands commands = new WorkerCommands(new FileInputStream(FileDescriptor.in), true);
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        frames.write(Protocol.STARTED);
        commands.start();
        Worker worker = new Worker(frames, commands, new Undisturbed());
        try (Workload workload = worker.open(args[0], args[1])) {
            worker.serve(workload, Integer.parseInt(args[2]), Long.parseLong(args[3]));
        } catch (Throwable e) {
            worker.report(e);
        }
        Runtime.getRuntime().halt(0);
    }

    /**
     * Runs a worker in a JVM that has other things to do, until it is told to close.
     *
     * @param commands what to do; nothing is read after the command to close
     * @param answers gets the frames
     * @param disturbance says at the end what else went on here meanwhile; an empty text when nothing did
     */
    public static void serve(
            InputStream commands, OutputStream answers, Workload workload, int threads, Supplier<String> disturbance)
            throws IOException {
        Worker worker = new Worker(new Frames(answers), new WorkerCommands(commands, false), disturbance);
        worker.frames.write(Protocol.STARTED);
        worker.commands.start();
        worker.serve(workload, threads, 0);
    }

    /** Obeys until told to close. A failure is reported from here, since closing the workload afterwards may hang. */
    private void serve(Workload workload, int threads, long seed) throws IOException {
        try (Crew crew = new Crew(workload, threads, seed)) {
            Readings readings = new Readings();
            Quiet quiet = new Quiet(readings);
            frames.write(Protocol.OPENED, Runtime.getRuntime().maxMemory());
            frames.writeText(version(), Protocol.END_OF_TEXT);
            boolean open = true;
            while (open) {
                switch (commands.next()) {
                    case Protocol.RUN -> frames.write(Protocol.DONE, crew.run(commands.number()));
                    case Protocol.EXPECT -> {
                        open = isQuiet(workload);
                        if (open) {
                            quiet.expectCollection();
                            frames.write(Protocol.EXPECTING);
                        }
                    }
                    case Protocol.SAMPLE -> {
                        long how = commands.number();
                        open = how == Protocol.COLLECTED || isQuiet(workload);
                        if (open) {
                            if (how == Protocol.COLLECTED) {
                                frames.write(Protocol.REACTED, quiet.awaitReactions() ? 1 : 0);
                            } else {
                                quiet.bring(how == Protocol.TWICE);
                            }
                            frames.write(Protocol.SAMPLED, readings.take());
                        }
                    }
                    case Protocol.DISTURBANCE -> frames.writeText(disturbance.get(), Protocol.END_OF_TEXT);
                    case Protocol.HISTOGRAM -> frames.writeText(HistogramFromInside.print(), Protocol.END_OF_TEXT);
                    default -> open = false;
                }
            }
        } catch (Throwable e) {
            report(e);
        }
    }

    /** Waits until the workload is quiet; whether its invariants hold then. */
    private boolean isQuiet(Workload workload) throws IOException, InterruptedException {
        workload.awaitQuiet();
        workload.checkInvariants();
        return holds();
    }

    private void report(Throwable e) throws IOException {
        if (e instanceof BadPathException) {
            frames.writeText(String.valueOf(e.getMessage()), Protocol.REFUSED);
        } else {
            frames.writeText(describe(e), e instanceof OutOfMemoryError ? Protocol.OUT_OF_MEMORY : Protocol.THREW);
        }
    }

    @SuppressWarnings("IllegalThrows")
    private Workload open(String kind, String spec) throws Throwable {
        return kind.equals(CLASS)
                ? ClassWorkload.open(spec)
                : HotPaths.on(ClassLoader.getSystemClassLoader()).open(PathSpec.parse(spec), invariants);
    }

    /** Whether no invariant is broken; reports those that are. */
    private boolean holds() throws IOException {
        List<Invariants.Violation> violations = invariants.violations();
        if (violations.isEmpty()) {
            return true;
        }
        StringBuilder text = new StringBuilder();
        for (Invariants.Violation violation : violations) {
            text.append(text.length() == 0 ? "" : "; ").append(violation);
        }
        frames.writeText(text.toString(), Protocol.BROKEN);
        return false;
    }

    /** Of the JVM. */
    static String version() {
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version");
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

    /** A JVM of its own has nothing else to do. */
    private static final class Undisturbed implements Supplier<String> {
        @Override
        public String get() {
            return "";
        }
    }
}
