package org.evenkeel.leakcheck.run.worker;

/**
 * The words that the checked JVM and its checker exchange.
 *
 * <p>The checker writes commands to standard input, each {@link #COMMAND_BYTES} long: one of the command codes and a
 * number, big endian. The worker answers on standard output with frames: {@link #MAGIC}, a code of one byte, the length
 * of the content in two bytes, and the content. A frame is at most {@link #MAX_FRAME_BYTES} long, which a pipe on a POSIX
 * system takes as a whole, so output that the workload or its child processes write to the same descriptor can stand
 * between frames but not inside one.
 */
public final class Protocol {

    /** Begins each frame: a byte that no UTF-8 text contains, twice, around two that spell out who writes. */
    public static final int MAGIC = 0xFF656BFE;

    /** The most bytes a frame takes, the magic included. POSIX promises 512; Linux and macOS keep at least this. */
    public static final int MAX_FRAME_BYTES = 512;

    /** Magic, code and length. */
    public static final int HEADER_BYTES = 7;

    /** A command code and a number. */
    public static final int COMMAND_BYTES = 9;

    /** Command: run a batch; the number is how many operations each caller makes. */
    public static final byte RUN = 1;

    /** Command: wait until quiet, collect and read; the number says how: one of the three below. */
    public static final byte SAMPLE = 2;

    /** Collect, and let what reacts to that run. */
    public static final long ONCE = 0;

    /** And collect what that let go. */
    public static final long TWICE = 1;

    /** Somebody else has collected since {@link #EXPECT}. */
    public static final long COLLECTED = 2;

    /** Command: print the class histogram from inside, for when the attach socket cannot be used. */
    public static final byte HISTOGRAM = 3;

    /** Command: close the workload and end. */
    public static final byte CLOSE = 4;

    /** Command: tell, as a text, what else went on in this JVM that makes the samples unreliable; empty when nothing did. */
    public static final byte DISTURBANCE = 5;

    /** Command: wait until quiet, and expect a collection that somebody else makes. */
    public static final byte EXPECT = 6;

    /** Frame: main has been entered; no content. */
    public static final byte STARTED = 10;

    /** Frame: the workload is open; the most bytes of the heap, then the JVM's version as text. */
    public static final byte OPENED = 11;

    /** Frame: a batch is done; how many nanoseconds it took. */
    public static final byte DONE = 12;

    /** Frame: the readings, in the order of {@link #READINGS}, each {@link #UNKNOWN} where the JVM cannot tell. */
    public static final byte SAMPLED = 13;

    /** Frame: a piece of a text, in UTF-8. */
    public static final byte TEXT = 14;

    /** Frame: the text is complete; no content. */
    public static final byte END_OF_TEXT = 15;

    /** Frame: a batch that nobody commanded is done; its operations and nanoseconds. */
    public static final byte BATCH = 16;

    /** Frame: a collection is expected; no content. */
    public static final byte EXPECTING = 17;

    /** Frame: 0 where there was a collection and no buffer, thread, descriptor or finalizer reacted to it, else 1. */
    public static final byte REACTED = 18;

    /** Frame: the workload cannot be had as asked; the text before it says why. */
    public static final byte REFUSED = 20;

    /** Frame: an operation threw; the text before it says what. */
    public static final byte THREW = 21;

    /** Frame: an operation ran out of memory; the text before it says of which. */
    public static final byte OUT_OF_MEMORY = 22;

    /** Frame: an invariant is broken; the text before it says which. */
    public static final byte BROKEN = 23;

    /** A reading that this JVM cannot give. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    /** Place of the bytes in use on the heap. */
    public static final int HEAP_USED = 0;
    /** Place of the bytes of class metadata. */
    public static final int METASPACE = 1;
    /** Place of the number of loaded classes. */
    public static final int CLASSES = 2;
    /** Place of the number of live threads. */
    public static final int THREADS = 3;
    /** Place of the bytes of direct buffers. */
    public static final int DIRECT = 4;
    /** Place of the bytes of mapped buffers. */
    public static final int MAPPED = 5;
    /** Place of the number of objects that wait for their finalizer. */
    public static final int PENDING_FINALIZERS = 6;
    /** Place of the number of open file descriptors. */
    public static final int DESCRIPTORS = 7;
    /** How many readings there are. */
    public static final int READINGS = 8;

    private Protocol() {}
}
