package org.evenkeel.leakcheck.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordedEvent;
import org.evenkeel.leakcheck.plan.HeapSource;
import org.evenkeel.leakcheck.samples.Failure;
import org.evenkeel.leakcheck.samples.HeapHistogram;

/**
 * Reads the heap after collections from the flight recorder of the checked JVM. The stream is read here, from the
 * recorder's files, so no Java code of the recorder runs over there. The recorder flushes once a second, so a sample takes
 * about that long.
 */
final class FlightRecorderReader implements HeapReader, AutoCloseable {

    private static final Duration FLUSHED = Duration.ofSeconds(10);
    private static final String SETTINGS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <configuration version="2.0">
              <event name="jdk.GCHeapSummary"><setting name="enabled">true</setting></event>
            </configuration>
            """;

    private final EventStream stream;
    private final BlockingQueue<Collected> collected = new LinkedBlockingQueue<>();

    private FlightRecorderReader(EventStream stream) {
        this.stream = stream;
        // One event object serves all events of a stream unless told otherwise; what is needed is copied out at once.
        stream.onEvent("jdk.GCHeapSummary", this::add);
        // From the beginning, since the stream's thread may get going only after the first collection it is asked for.
        stream.setStartTime(Instant.EPOCH);
        stream.startAsync();
    }

    /** What the checked JVM has to be started with. */
    static List<String> jvmArguments(Path folder) throws IOException {
        Path settings = Files.writeString(folder.resolve("leakcheck.jfc"), SETTINGS);
        return List.of(
                "-XX:StartFlightRecording:name=leakcheck,settings=" + settings,
                "-XX:FlightRecorderOptions:repository=" + repository(folder));
    }

    /**
     * Opens the stream of a JVM that was started so.
     *
     * @throws RunRefused when it does not record
     */
    static FlightRecorderReader open(Path folder) throws RunRefused {
        try (Stream<Path> recordings = Files.list(repository(folder))) {
            Optional<Path> recording = recordings.filter(Files::isDirectory).findFirst();
            if (recording.isPresent()) {
                return new FlightRecorderReader(EventStream.openRepository(recording.get()));
            }
        } catch (IOException e) {
            throw new RunRefused("the flight recorder of the checked JVM cannot be read: " + e.getMessage());
        }
        throw new RunRefused("the checked JVM has no flight recorder; choose --source histogram or mxbean");
    }

    private static Path repository(Path folder) throws IOException {
        return Files.createDirectories(folder.resolve("jfr"));
    }

    private void add(RecordedEvent event) {
        if (event.getString("when").equals("After GC")) {
            collected.add(new Collected(event.getStartTime(), event.getLong("heapUsed")));
        }
    }

    private record Collected(Instant time, long usedBytes) {}

    @Override
    public HeapSource source() {
        return HeapSource.JFR;
    }

    @Override
    public Collecting collecting() {
        return Collecting.NOT;
    }

    @Override
    public Reading read(long usedBytes, Instant asked) throws RunBroken, InterruptedException {
        long deadline = System.nanoTime() + FLUSHED.toNanos();
        Optional<Collected> last = Optional.empty();
        // Collections of one sample are flushed together, so once one is here there is no more to wait for.
        while (last.isEmpty() || !collected.isEmpty()) {
            Collected next = collected.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw new RunBroken(
                        Failure.Kind.EXITED,
                        "the flight recorder of the checked JVM told of no collection within " + FLUSHED.toSeconds()
                                + " s");
            }
            if (!next.time().isBefore(asked)) {
                last = Optional.of(next);
            }
        }
        return new Reading(last.get().usedBytes(), HeapHistogram.NONE);
    }

    @Override
    public void close() {
        stream.close();
    }
}
