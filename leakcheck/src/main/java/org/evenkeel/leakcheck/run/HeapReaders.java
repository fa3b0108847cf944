package org.evenkeel.leakcheck.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.evenkeel.kernel.Children;
import org.evenkeel.leakcheck.plan.HeapSource;
import org.evenkeel.leakcheck.run.worker.Protocol;
import org.evenkeel.leakcheck.run.worker.Worker;
import org.evenkeel.leakcheck.samples.Failure;
import org.evenkeel.leakcheck.samples.HeapHistogram;

/** Chooses how to read the heap, falling back where a JVM does not let itself be attached to. */
final class HeapReaders {

    private static final String OWN_PACKAGE = Worker.class.getPackageName() + ".";
    private static final long LISTENER_MILLIS = 3_000;

    private HeapReaders() {}

    /**
     * A reader for an opened JVM.
     *
     * @param folder where the files of this run are
     * @param notes gets a sentence when it is not the one that was asked for
     */
    static HeapReader open(HeapSource wanted, JvmUnderCheck jvm, Path folder, long timeoutNanos, List<String> notes)
            throws RunBroken, RunRefused, InterruptedException {
        if (wanted == HeapSource.MXBEAN) {
            return new FromBean();
        }
        if (wanted == HeapSource.JFR) {
            return FlightRecorderReader.open(folder);
        }
        if (wanted == HeapSource.DIAGNOSTIC_COMMAND) {
            return fromInside(jvm, timeoutNanos);
        }
        String reason;
        try {
            if (jvm.attachSocket().awaitListener(LISTENER_MILLIS)) {
                // The first one collects what starting left behind, and costs the most.
                var unused = jvm.attachSocket().classHistogram();
                return new FromOutside(jvm);
            }
            reason = "it has no attach listener";
        } catch (IOException e) {
            reason = String.valueOf(e.getMessage());
        }
        notes.add(
                "The checked JVM could not be attached to (" + reason
                        + "), so class histograms were made inside it; that leaves some garbage and a little growth of its own.");
        return fromInside(jvm, timeoutNanos);
    }

    /** The first reading makes the MBean server, which is no growth of the workload. */
    private static HeapReader fromInside(JvmUnderCheck jvm, long timeoutNanos)
            throws RunBroken, RunRefused, InterruptedException {
        FromInside inside = new FromInside(jvm, timeoutNanos);
        inside.read(0, Instant.EPOCH);
        return inside;
    }

    /** The histogram over the attach socket. */
    private record FromOutside(JvmUnderCheck jvm) implements HeapReader {
        @Override
        public HeapSource source() {
            return HeapSource.HISTOGRAM;
        }

        @Override
        public Collecting collecting() {
            return Collecting.ALONE;
        }

        @Override
        public Reading read(long usedBytes, Instant asked) throws RunBroken {
            AttachSocket socket = jvm.attachSocket();
            try {
                HeapHistogram histogram = HeapHistogram.parse(socket.classHistogram(), OWN_PACKAGE);
                StringTable strings = StringTable.of(socket);
                return new Reading(histogram.totalBytes() - strings.bytes(), histogram, strings.entries());
            } catch (IOException e) {
                if (Children.isStopped(jvm.pid())) {
                    throw new RunBroken(Failure.Kind.HUNG, "its JVM was stopped, as by SIGSTOP, before a sample");
                }
                throw new RunBroken(
                        Failure.Kind.EXITED, "the checked JVM stopped answering histograms: " + e.getMessage());
            }
        }
    }

    /** The histogram that the worker asks its own JVM for. */
    private record FromInside(JvmUnderCheck jvm, long timeoutNanos) implements HeapReader {
        @Override
        public HeapSource source() {
            return HeapSource.DIAGNOSTIC_COMMAND;
        }

        @Override
        public Collecting collecting() {
            return Collecting.WITH_THE_WORKER;
        }

        @Override
        public Reading read(long usedBytes, Instant asked) throws RunBroken, RunRefused, InterruptedException {
            jvm.exchange().send(Protocol.HISTOGRAM, 0);
            String text = jvm.exchange().awaitText(timeoutNanos, "counting the objects of the heap");
            HeapHistogram histogram = HeapHistogram.parse(text, OWN_PACKAGE);
            return new Reading(histogram.totalBytes(), histogram);
        }
    }

    /** The memory bean. */
    private record FromBean() implements HeapReader {
        @Override
        public HeapSource source() {
            return HeapSource.MXBEAN;
        }

        @Override
        public Collecting collecting() {
            return Collecting.NOT;
        }

        @Override
        public Reading read(long usedBytes, Instant asked) {
            return new Reading(usedBytes, HeapHistogram.NONE);
        }
    }
}
