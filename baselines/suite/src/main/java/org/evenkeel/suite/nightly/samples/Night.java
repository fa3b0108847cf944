package org.evenkeel.suite.nightly.samples;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One run of the whole suite.
 *
 * @param run the number by which it is named; larger than that of every night before
 * @param epochMillis when it began, by the clock of the machine; a clock can jump, so the order of nights is not taken
 *     from it
 * @param commit what was measured; empty where nobody wrote it down
 * @param environment the facts that times depend on, as far as they are known
 * @param speed how fast the machine was, as {@link org.evenkeel.compare.samples.MachineSpeed} writes it down; empty where nobody did
 */
public record Night(
        int run,
        long epochMillis,
        String commit,
        SortedMap<String, String> environment,
        SortedMap<String, String> speed) {

    public Night {
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
        speed = Collections.unmodifiableSortedMap(new TreeMap<>(speed));
    }

    /** A night of which nobody knows how fast the machine was. */
    public Night(int run, long epochMillis, String commit, SortedMap<String, String> environment) {
        this(run, epochMillis, commit, environment, new TreeMap<>());
    }

    /** A night of which only number, time and commit are known. */
    public Night(int run, long epochMillis, String commit) {
        this(run, epochMillis, commit, new TreeMap<>());
    }

    /** Whether both are known to have measured the same code. */
    public boolean isOfSameCommit(Night other) {
        return !commit.isEmpty() && commit.equals(other.commit);
    }

    /** The same night under another number. */
    public Night numbered(int number) {
        return new Night(number, epochMillis, commit, environment, speed);
    }
}
