package org.evenkeel.suite.profile.run;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Stopwatch;
import org.evenkeel.kernel.TimedCall;
import org.evenkeel.leakcheck.run.agent.AsyncProfiler;
import org.evenkeel.suite.plan.ProfileEvent;
import org.jspecify.annotations.Nullable;

/**
 * Profiles a JVM that runs already, by loading async-profiler into it. The library stays loaded and idle afterwards, as a
 * JVM cannot unload an agent.
 */
public final class AttachedProfiler {

    /** What switches an event on; the first that works is taken. The intervals are gentler than those of a benchmark. */
    private static final Map<ProfileEvent, List<String>> ARGUMENTS = Map.of(
            ProfileEvent.CPU, List.of("event=cycles,interval=10000000", "event=ctimer,interval=10ms"),
            ProfileEvent.ALLOC, List.of("alloc=512k"),
            ProfileEvent.LOCK, List.of("lock=10us"),
            ProfileEvent.WALL, List.of("wall=50ms"),
            ProfileEvent.NATIVEMEM, List.of("nativemem=512k"));

    /** What every JVM can do without a profiler. */
    private static final String RECORD_ITSELF =
            "let the JVM record itself: jcmd PID JFR.start settings=profile duration=30s filename=x.jfr";

    /** To load a library into a JVM that collects a large heap meanwhile takes seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String pid;
    private final ProfileFolder folder;

    /** @param folder where files go; the JVM that is profiled writes them, so it must be able to */
    public AttachedProfiler(String pid, ProfileFolder folder) {
        this.pid = pid;
        this.folder = folder;
    }

    /**
     * Samples an event for a while, and leaves files like those of a fork.
     *
     * @throws BadInputException when there is no such JVM, it lets nobody in, or the profiler does not start in it
     */
    public void profile(ProfileEvent event, Duration duration) throws IOException, InterruptedException {
        Files.createDirectories(folder.forks());
        String name = ProfileFolder.HERE + "-" + event.written() + "-1";
        Path home = Files.createTempDirectory(folder.forks().toAbsolutePath(), "async-profiler");
        Path library = libraryIn(home);
        try {
            VirtualMachine jvm = inTime(() -> VirtualMachine.attach(pid));
            try {
                String engine = start(jvm, library, event);
                Stopwatch watch = Stopwatch.start();
                try {
                    Thread.sleep(duration.toMillis());
                } finally {
                    agent(jvm, library, "stop,quiet");
                }
                long elapsed = Math.max(1, watch.nanos());
                agent(jvm, library, "collapsed,total,ann,file=" + file(name, ".collapsed"));
                agent(jvm, library, "collapsed,samples,ann,file=" + file(name, "-count.collapsed"));
                agent(jvm, library, "flamegraph,total,file=" + file(name, ".html"));
                agent(jvm, library, "tree,total,file=" + file(name, "-tree.html"));
                // Nobody counts the operations of a running service, so a second stands for one.
                Files.writeString(
                        folder.fork(name, ".facts"),
                        String.format(
                                Locale.ROOT,
                                "engine=%s%nthreads=1%noperations=%d%nelapsedNanos=%d%ncpuNanos=0%n",
                                engine,
                                Math.max(1, Math.round(elapsed * 1e-9)),
                                elapsed));
            } finally {
                jvm.detach();
            }
        } catch (AttachNotSupportedException | IOException e) {
            throw new BadInputException(
                    "--pid " + pid + ": cannot attach (" + e.getMessage()
                            + "); expected a running JVM of the same user on this machine, as jps lists them, without"
                            + " -XX:+DisableAttachMechanism",
                    e);
        } catch (AgentLoadException | AgentInitializationException e) {
            throw new BadInputException(
                    "--pid " + pid + ": the profiler cannot sample " + event.written() + " in that JVM ("
                            + e.getMessage() + "); its own standard error says why. A JVM with"
                            + " -XX:-EnableDynamicAgentLoading takes no profiler, nor one of another C library or CPU;"
                            + " " + RECORD_ITSELF,
                    e);
        } finally {
            Files.deleteIfExists(library);
            Files.deleteIfExists(home);
        }
    }

    private static String start(VirtualMachine jvm, Path library, ProfileEvent event)
            throws IOException, AgentLoadException, AgentInitializationException, AttachNotSupportedException,
                    InterruptedException {
        @Nullable AgentInitializationException failure = null;
        for (String arguments : ARGUMENTS.getOrDefault(event, List.of())) {
            try {
                agent(jvm, library, "start,quiet," + arguments);
                return arguments.startsWith("event=")
                        ? arguments.substring("event=".length(), arguments.indexOf(','))
                        : event.written();
            } catch (AgentInitializationException e) {
                failure = e;
            }
        }
        throw failure == null ? new AgentInitializationException("nothing samples " + event.written()) : failure;
    }

    /** What a JVM does not do in time, as one that is stopped, is not waited for. */
    private static <T> T inTime(Callable<T> call)
            throws IOException, AgentLoadException, AgentInitializationException, AttachNotSupportedException,
                    InterruptedException {
        try {
            return TimedCall.within(PATIENCE, () -> false, call);
        } catch (TimeoutException e) {
            throw new IOException(e.getMessage() + "; is that JVM stopped, as by SIGSTOP?", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException io) {
                throw io;
            }
            if (cause instanceof AgentLoadException refused) {
                throw refused;
            }
            if (cause instanceof AgentInitializationException refused) {
                throw refused;
            }
            if (cause instanceof AttachNotSupportedException refused) {
                throw refused;
            }
            throw new IllegalStateException(cause);
        }
    }

    private static void agent(VirtualMachine jvm, Path library, String command)
            throws IOException, AgentLoadException, AgentInitializationException, AttachNotSupportedException,
                    InterruptedException {
        inTime(() -> {
            jvm.loadAgentPath(library.toString(), command);
            return command;
        });
    }

    private Path file(String name, String ending) {
        return folder.fork(name, ending).toAbsolutePath();
    }

    private static Path libraryIn(Path home) throws IOException {
        try {
            return AsyncProfiler.libraryIn(home);
        } catch (IOException e) {
            Files.deleteIfExists(home);
            throw new BadInputException("--pid: " + e.getMessage() + "; " + RECORD_ITSELF, e);
        }
    }
}
