package org.evenkeel.leakcheck.run.malloc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.evenkeel.kernel.Stopwatch;
import org.evenkeel.leakcheck.run.agent.AsyncProfiler;

/**
 * Watches the {@code malloc} memory of a checked JVM over its batches. Every call becomes an event in a file, which is read
 * once a verdict is near, or the file is large; a workload that is watched for less time than reading takes is watched no further.
 */
public final class MallocWatch {

    /** Batches before that are not watched: classes are loaded and methods compiled then. */
    private static final int FIRST_SAMPLE = 15;
    /** Bounds the time and the memory that reading it takes. */
    private static final long MOST_BYTES = 24 << 20;

    /** Reading may take this share of the time of the check. */
    private static final double MOST_SHARE = 0.4;

    /** The way to load a native agent into the checked JVM. */
    @FunctionalInterface
    public interface Loader {
        /** Loads it there, or passes options to one that is loaded. */
        void load(String library, String options) throws IOException;
    }

    private record Moment(int sample, Instant time) {}

    private final Loader loader;
    private final Path folder;
    private final Path recording;
    private final List<String> notes;
    private final List<Moment> moments = new ArrayList<>();
    private final NavigableMap<Integer, Long> balances = new TreeMap<>();
    private MallocLedger ledger = new MallocLedger();
    private boolean recordingNow;
    private boolean full;
    private final Stopwatch watch = Stopwatch.start();
    private long readingNanos;

    private MallocWatch(Loader loader, Path folder, List<String> notes) {
        this.loader = loader;
        this.folder = folder;
        recording = folder.resolve("malloc.jfr");
        this.notes = notes;
    }

    /**
     * Begins. It records from the first batch on, so that the file it keeps open is open at every sample.
     *
     * @param folder for files that live as long as the run
     * @param notes gets a sentence when the memory cannot be watched
     */
    public static MallocWatch start(Loader loader, Path folder, List<String> notes) {
        MallocWatch watch = new MallocWatch(loader, folder, notes);
        try {
            watch.begin();
        } catch (IOException e) {
            watch.giveUp(e);
        }
        return watch;
    }

    /** Watches nothing. */
    public static MallocWatch none() {
        return new MallocWatch((library, options) -> {}, Path.of(""), new ArrayList<>());
    }

    /** To be told of each sample, while the workload is at rest. */
    public void sampled(int sample) {
        if (!recordingNow) {
            return;
        }
        try {
            if (sample == FIRST_SAMPLE) {
                end();
                ledger = new MallocLedger();
                moments.clear();
                begin();
            }
            moments.add(new Moment(sample, Instant.now()));
            if (sample > FIRST_SAMPLE && Files.size(recording) > MOST_BYTES) {
                next(sample);
            }
        } catch (IOException e) {
            giveUp(e);
        }
    }

    /** Goes on in a new file; what the ledger keeps of the old one is what was not given back. */
    private void next(int sample) throws IOException {
        Stopwatch reading = Stopwatch.start();
        read();
        readingNanos += reading.nanos();
        if (readingNanos < MOST_SHARE * watch.nanos()) {
            begin();
        } else {
            full = true;
            notes.add("Memory from malloc was watched up to sample " + (sample + 1)
                    + " only: the workload calls it too often to be watched for longer.");
        }
    }

    /** Bytes that were outstanding at each sample that was watched, since the first of them; recording ends. */
    public Map<Integer, Long> settle() {
        if (recordingNow) {
            try {
                read();
            } catch (IOException e) {
                giveUp(e);
            }
        }
        return balances.tailMap(FIRST_SAMPLE, true);
    }

    /** Goes on after {@link #settle()}, unless the file was full. */
    public void resume() {
        if (full || recordingNow) {
            return;
        }
        try {
            begin();
        } catch (IOException e) {
            giveUp(e);
        }
    }

    private void begin() throws IOException {
        Files.deleteIfExists(recording);
        tell("start,quiet,jfr,event=nativemem,nativemem=1,cstack=no,jstackdepth=4,file=" + recording);
        recordingNow = true;
    }

    private void end() throws IOException {
        recordingNow = false;
        tell("stop,file=" + recording);
    }

    private void tell(String options) throws IOException {
        loader.load(AsyncProfiler.libraryIn(folder).toString(), options);
    }

    private void read() throws IOException {
        end();
        List<Long> read =
                ledger.enter(recording, moments.stream().map(Moment::time).toList());
        for (int i = 0; i < read.size(); i++) {
            balances.put(moments.get(i).sample(), read.get(i));
        }
        moments.clear();
    }

    private void giveUp(IOException e) {
        recordingNow = false;
        full = true;
        notes.add("Memory from malloc was not watched: " + e.getMessage() + ".");
    }
}
