package org.evenkeel.leakcheck.run.cause;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.evenkeel.leakcheck.run.agent.AsyncProfiler;
import org.evenkeel.leakcheck.samples.Signal;
import org.evenkeel.leakcheck.samples.heap.StackTally;

/**
 * async-profiler in the checked JVM: its native agent is loaded through the attach socket, so no class of it is on the
 * workload's class path and nothing of it on the heap.
 */
final class AllocationProfiler {

    /** What a recording holds. */
    enum Mode {
        /** Objects that outlive collections, out of the first thousand or so after each. */
        STAYING,
        /** All objects that are made. */
        MADE
    }

    private final Subject subject;
    private final Path folder;
    private final Path recording;
    private final List<String> notes;

    private AllocationProfiler(Subject subject, Path folder, Path recording, List<String> notes) {
        this.subject = subject;
        this.folder = folder;
        this.recording = recording;
        this.notes = notes;
    }

    /**
     * Starts it.
     *
     * @param mode what to record
     * @param notes gets a sentence when it cannot be had
     */
    static AllocationProfiler start(Subject subject, Question question, Mode mode, Path folder, List<String> notes) {
        AllocationProfiler profiler = new AllocationProfiler(
                subject, folder, folder.resolve(mode.name().toLowerCase(Locale.ROOT) + ".jfr"), notes);
        if (!subject.takesAgents()) {
            notes.add("Who allocates is not known: no agent goes into a JVM that runs other things as well.");
            return profiler;
        }
        try {
            profiler.tell(profiler.options(question, mode));
        } catch (IOException e) {
            notes.add("Who allocates is not known, since async-profiler could not be loaded: " + e.getMessage() + ".");
        }
        return profiler;
    }

    private String options(Question question, Mode mode) {
        boolean outside = question.signals().contains(Signal.NATIVE)
                || question.signals().contains(Signal.MALLOC)
                || question.signals().contains(Signal.RESIDENT)
                || question.signals().contains(Signal.DIRECT_BUFFERS);
        return "start,quiet,jfr,event=alloc,alloc=1,cstack=no,jstackdepth=64" + (mode == Mode.STAYING ? ",live" : "")
                + (outside ? ",nativemem=1" : "")
                + ",file=" + recording;
    }

    private void tell(String options) throws IOException {
        subject.load(AsyncProfiler.libraryIn(folder).toString(), options);
    }

    /** Ends it, and counts by stack. */
    List<StackTally> stop() {
        if (!Files.exists(recording)) {
            return List.of();
        }
        try {
            tell("stop,file=" + recording);
            return AllocationRecording.read(recording);
        } catch (IOException e) {
            notes.add("Who allocates is not known: " + e.getMessage() + ".");
            return List.of();
        }
    }
}
