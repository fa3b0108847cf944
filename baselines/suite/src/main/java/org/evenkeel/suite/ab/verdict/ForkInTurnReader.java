package org.evenkeel.suite.ab.verdict;

import org.evenkeel.compare.samples.Fork;
import org.evenkeel.compare.samples.ForkReader;

/**
 * Reads a fork that was measured in turn. Where it counted what all its callers did together, that is its score, and not the sum
 * that JMH makes of what each of them did in a time of its own.
 */
public final class ForkInTurnReader {

    /** The name of the operations of all callers, divided by the time that they took. */
    static final String THROUGHPUT = "turns.throughput";

    private ForkInTurnReader() {}

    /**
     * Reads the file of one fork.
     *
     * @param json as JMH wrote it
     * @param source the file's name in messages
     * @throws org.evenkeel.kernel.BadInputException when it is not a JMH result file, or not one of a single fork
     */
    public static Fork read(byte[] json, String source) {
        return ForkReader.read(json, source).scoredBy(THROUGHPUT);
    }
}
