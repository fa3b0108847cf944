package org.evenkeel.leakcheck.run.live;

import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.evenkeel.leakcheck.run.ResidentMemory;
import org.evenkeel.leakcheck.samples.LiveRecording;
import org.evenkeel.leakcheck.samples.LiveSample;
import org.evenkeel.leakcheck.samples.Signal;

/** Follows a JVM until the time is up, somebody stops it, or the JVM goes away. */
public final class LiveRun {

    /** Pauses of collections are far shorter; one that is silent for that long is stopped, or as good as that. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A collection of all of a heap of a hundred gigabytes takes about so long. */
    private static final Duration PATIENCE_WITH_COLLECTIONS = Duration.ofMinutes(2);

    private final LiveJvm jvm;
    private final Optional<String> operationsFrom;
    private final boolean forceCollections;
    private final Duration patience;
    private final Optional<ResidentMemory> residentMemory;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<LiveSample> samples = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * @param operationsFrom the bean and attribute that count the service's operations
     * @param forceCollections whether the heap may be collected before each sample
     */
    public LiveRun(LiveJvm jvm, Optional<String> operationsFrom, boolean forceCollections) {
        this(jvm, operationsFrom, forceCollections, forceCollections ? PATIENCE_WITH_COLLECTIONS : PATIENCE);
    }

    /** @param patience the longest wait for the numbers of one sample */
    LiveRun(LiveJvm jvm, Optional<String> operationsFrom, boolean forceCollections, Duration patience) {
        this.jvm = jvm;
        this.operationsFrom = operationsFrom;
        this.forceCollections = forceCollections;
        this.patience = patience;
        residentMemory = jvm.pid().isPresent() ? ResidentMemory.of(jvm.pid().getAsLong()) : Optional.empty();
    }

    /** Ends it after the current sample; from any thread. */
    public void stop() {
        stopped.countDown();
    }

    /**
     * Follows.
     *
     * @param sampled is told of what was seen after each sample
     * @return what was seen, however it ended
     * @throws LiveRefused when it cannot begin
     */
    public LiveRecording follow(Duration duration, Duration interval, Consumer<LiveRecording> sampled)
            throws LiveRefused, InterruptedException {
        CollectionListener collections;
        try {
            collections = answer(() -> {
                CollectionListener listener = CollectionListener.to(jvm);
                operations();
                return listener;
            });
        } catch (IOException e) {
            throw new LiveRefused("cannot listen to " + jvm.name() + ": " + LiveJvm.firstLine(e));
        }
        try {
            for (long next = 0; next <= duration.toNanos(); next += interval.toNanos()) {
                if (stopped.await(Math.max(0, next - collections.elapsedNanos()), TimeUnit.NANOSECONDS)) {
                    notes.add("The watch was stopped before its time.");
                    break;
                }
                samples.add(answer(() -> sample(collections)));
                sampled.accept(recording(collections));
            }
        } catch (Answers.Missing e) {
            notes.add("The process does not answer any more (" + LiveJvm.firstLine(e)
                    + "), as one that is stopped, or collects all the time; this is what was seen until then, "
                    + seenSeconds() + " s.");
        } catch (IOException | UndeclaredThrowableException e) {
            notes.add("The process went away, or the connection to it broke, after "
                    + TimeUnit.NANOSECONDS.toSeconds(collections.elapsedNanos())
                    + " s; this is what was seen until then.");
        }
        return recording(collections);
    }

    private <T> T answer(Answers.Question<T> question) throws IOException, LiveRefused, InterruptedException {
        return Answers.within(patience, () -> stopped.getCount() == 0, question);
    }

    private LiveSample sample(CollectionListener collections) throws IOException, LiveRefused {
        if (forceCollections) {
            jvm.collect();
        }
        Map<Signal, Long> signals = jvm.read();
        residentMemory
                .flatMap(ResidentMemory::outsideHeapBytes)
                .ifPresent(bytes -> signals.put(Signal.RESIDENT, bytes));
        return new LiveSample(collections.elapsedNanos(), operations(), signals);
    }

    private long seenSeconds() {
        return samples.isEmpty()
                ? 0
                : TimeUnit.NANOSECONDS.toSeconds(samples.get(samples.size() - 1).elapsedNanos());
    }

    private OptionalLong operations() throws LiveRefused, IOException {
        return operationsFrom.isPresent() ? OptionalLong.of(jvm.number(operationsFrom.get())) : OptionalLong.empty();
    }

    private LiveRecording recording(CollectionListener collections) {
        return new LiveRecording(jvm.facts(), samples, collections.collected(), notes);
    }
}
