package org.evenkeel.suite.load.plan;

import java.time.Duration;

/**
 * A stretch of time in which requests arrive in one way.
 *
 * @param name lower-case letters, digits and hyphens; of its own within a scenario
 * @param arrivals how requests arrive
 * @param length how long they do
 */
public record Phase(String name, Arrivals arrivals, Duration length) {

    public Phase {
        if (length.isZero() || length.isNegative()) {
            throw new IllegalArgumentException("phase " + name + " of " + length);
        }
    }

    /** How requests arrive. */
    public sealed interface Arrivals {

        /** Whether requests wait for no answer, so that the time from the intended start is a response time. */
        boolean isOpen();

        /** Users, or the most requests at once. */
        int users();

        /** In a few words. */
        String words();
    }

    /**
     * Users who wait for the answer, think, and ask again.
     *
     * @param spawnPerSecond users who begin in a second; 0 for all at once
     */
    public record Closed(int users, double spawnPerSecond) implements Arrivals {
        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public String words() {
            return users + " users"
                    + (spawnPerSecond > 0 ? ", " + Numbers.plain(spawnPerSecond) + " more each second" : "");
        }
    }

    /**
     * Requests that arrive whatever the answers.
     *
     * @param perSecond arrivals in a second, above 0
     * @param poisson at random times, as of many users who know nothing of each other; evenly otherwise
     * @param users the most requests at once; more wait for their turn, and their time counts
     */
    public record Open(double perSecond, boolean poisson, int users) implements Arrivals {
        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public String words() {
            return Numbers.plain(perSecond) + " arrivals/s" + (poisson ? " (Poisson)" : "");
        }
    }

    /**
     * Users who all ask at the same moment.
     *
     * @param times how often, at least 1
     * @param every from one time to the next
     */
    public record Bursts(int users, int times, Duration every) implements Arrivals {
        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public String words() {
            return users + " at once" + (times == 1 ? "" : ", " + times + " times");
        }
    }

    /** The same for another time. */
    public Phase lasting(Duration other) {
        return new Phase(name, arrivals, other);
    }
}
