package org.evenkeel.jmh.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * The JDK's own flight recorder, for where async-profiler cannot be loaded: on another system or processor, with another C
 * library, or where libraries in the temporary folder may not be executed.
 *
 * <p>It sees less. Processor time is that of Java code, sampled at most a few threads at a time; the stacks of the JVM and
 * of native code are missing. Allocation is seen when a thread needs another buffer to allocate from, and stands for the
 * whole buffer. Waiting for locks is seen in full. It does not know time by the clock, nor malloc.
 */
final class FlightSampler implements Sampling {

    /** Twice as often as the JDK's own settings for profiling: forks are short. */
    private static final Duration PERIOD = Duration.ofMillis(5);

    private final Settings settings;
    private final Recording recording;

    private FlightSampler(Settings settings, Recording recording) {
        this.settings = settings;
        this.recording = recording;
    }

    /**
     * Starts recording.
     *
     * @param without why async-profiler does not do it, for the message
     * @throws CannotProfileException when the recorder cannot do it either
     */
    static FlightSampler start(Settings settings, String without) throws CannotProfileException {
        try {
            Recording recording = recording(settings);
            switch (settings.event()) {
                case CPU -> recording.enable("jdk.ExecutionSample").withPeriod(PERIOD);
                case ALLOC -> {
                    recording.enable("jdk.ObjectAllocationInNewTLAB").withStackTrace();
                    recording.enable("jdk.ObjectAllocationOutsideTLAB").withStackTrace();
                }
                case LOCK -> {
                    recording.enable("jdk.JavaMonitorEnter").withoutThreshold().withStackTrace();
                    recording.enable("jdk.ThreadPark").withoutThreshold().withStackTrace();
                }
                case WALL, NATIVEMEM, HOLDERS, NONE -> {
                    recording.close();
                    throw new CannotProfileException(without + "; and the JDK's own recorder does not know "
                            + settings.event().written());
                }
            }
            recording.start();
            return new FlightSampler(settings, recording);
        } catch (LinkageError | IllegalStateException | SecurityException | IOException | ParseException e) {
            throw new CannotProfileException(without + "; and the JDK's own recorder: " + e.getMessage());
        }
    }

    private static Recording recording(Settings settings) throws IOException, ParseException {
        return settings.flightRecording() ? new Recording(Configuration.getConfiguration("profile")) : new Recording();
    }

    @Override
    public String engine() {
        return "jfr";
    }

    @Override
    public void stop() {
        recording.stop();
    }

    /** Writes the recording, and from it the stacks as async-profiler would write them. */
    @Override
    public void write() throws IOException {
        Files.createDirectories(settings.folder());
        Path file = settings.file(".jfr");
        recording.dump(file);
        recording.close();
        if (settings.flightRecording()) {
            return;
        }
        FlightStacks stacks = new FlightStacks(PERIOD);
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                stacks.add(event);
            }
        }
        Files.write(settings.file(".collapsed"), stacks.sizes());
        Files.write(settings.file("-count.collapsed"), stacks.counts());
    }
}
