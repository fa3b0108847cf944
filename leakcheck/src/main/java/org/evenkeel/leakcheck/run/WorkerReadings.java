package org.evenkeel.leakcheck.run;

import java.util.EnumMap;
import java.util.Map;
import org.evenkeel.leakcheck.run.worker.Protocol;
import org.evenkeel.leakcheck.samples.Signal;

/** What a worker reads of its own JVM, out of its frame. */
final class WorkerReadings {

    private WorkerReadings() {}

    /** The signals that this JVM can tell; the heap is not among them. */
    static Map<Signal, Long> signals(WorkerFrame readings) {
        Map<Signal, Long> signals = new EnumMap<>(Signal.class);
        put(signals, Signal.METASPACE, readings.number(Protocol.METASPACE));
        put(signals, Signal.CLASSES, readings.number(Protocol.CLASSES));
        put(signals, Signal.THREADS, readings.number(Protocol.THREADS));
        put(signals, Signal.DIRECT_BUFFERS, readings.number(Protocol.DIRECT));
        put(signals, Signal.MAPPED_BUFFERS, readings.number(Protocol.MAPPED));
        put(signals, Signal.PENDING_FINALIZERS, readings.number(Protocol.PENDING_FINALIZERS));
        put(signals, Signal.FILE_DESCRIPTORS, readings.number(Protocol.DESCRIPTORS));
        return signals;
    }

    private static void put(Map<Signal, Long> signals, Signal signal, long value) {
        if (value != Protocol.UNKNOWN) {
            signals.put(signal, value);
        }
    }
}
