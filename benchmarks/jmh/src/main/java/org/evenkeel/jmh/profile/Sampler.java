package org.evenkeel.jmh.profile;

import java.io.IOException;
import java.nio.file.Files;
import one.profiler.AsyncProfiler;

/** One recording of async-profiler, from its start to its files. */
final class Sampler implements Sampling {

    private final AsyncProfiler profiler;
    private final Settings settings;
    private final Event.Engine engine;

    private Sampler(AsyncProfiler profiler, Settings settings, Event.Engine engine) {
        this.profiler = profiler;
        this.settings = settings;
        this.engine = engine;
    }

    /**
     * Starts sampling with the first engine that works here.
     *
     * @throws CannotProfileException with what each of them said when none does; nothing was started then
     */
    static Sampler start(Settings settings) throws CannotProfileException {
        AsyncProfiler profiler;
        try {
            profiler = AsyncProfiler.getInstance();
        } catch (RuntimeException | LinkageError e) {
            // No library for this machine, none that this C library takes, or no folder from which it may be loaded.
            throw new CannotProfileException("async-profiler cannot be loaded on " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch") + ": " + e.getMessage());
        }
        StringBuilder reasons = new StringBuilder();
        for (Event.Engine engine : settings.event().engines()) {
            try {
                var unused = profiler.execute("start," + engine.arguments() + output(settings));
                return new Sampler(profiler, settings, engine);
            } catch (IllegalStateException | IllegalArgumentException | IOException e) {
                reasons.append(reasons.isEmpty() ? "" : "; ")
                        .append(engine.name())
                        .append(": ")
                        .append(e.getMessage());
            }
        }
        throw new CannotProfileException(reasons.toString());
    }

    @Override
    public String engine() {
        return engine.name();
    }

    /** Ends the sampling. What was sampled stays in the profiler until {@link #write}. */
    @Override
    public void stop() {
        profiler.stop();
    }

    /** Writes the recording, or the stacks: collapsed by size and by count, as a flame graph, and as a tree. */
    @Override
    public void write() throws IOException {
        if (settings.flightRecording()) {
            return;
        }
        Files.createDirectories(settings.folder());
        String title = ",title=" + settings.event().written();
        execute("collapsed,total,ann,file=" + settings.file(".collapsed"));
        execute("collapsed,samples,ann,file=" + settings.file("-count.collapsed"));
        execute("flamegraph,total,file=" + settings.file(".html") + title);
        execute("tree,total,file=" + settings.file("-tree.html") + title);
    }

    private void execute(String command) throws IOException {
        String unused = profiler.execute(command);
    }

    private static String output(Settings settings) {
        return settings.flightRecording() ? ",jfr,jfrsync=profile,file=" + settings.file(".jfr") : "";
    }
}
