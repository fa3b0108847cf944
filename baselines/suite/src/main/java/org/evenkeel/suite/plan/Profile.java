package org.evenkeel.suite.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.evenkeel.kernel.BadInputException;

/**
 * How much time a run takes, and what can be said after it.
 *
 * @param name name on the command line
 * @param forks fresh JVMs for each benchmark, at least 2: the fork is the unit of replication
 * @param warmupIterations iterations before each fork's measurement
 * @param warmupTime length of each of them
 * @param iterations measured iterations of each fork
 * @param iterationTime length of each of them
 * @param leakBudget longest leak check of one path
 * @param equivalenceMargin relative change up to which two results count as the same, a fraction of one. Short forks
 *     cannot show a narrow one, and a margin that no run could ever show would make every run inconclusive.
 */
public record Profile(
        String name,
        int forks,
        int warmupIterations,
        Duration warmupTime,
        int iterations,
        Duration iterationTime,
        Duration leakBudget,
        double equivalenceMargin) {

    /** Seconds: shows that a path works and can be measured. Its numbers are good for nothing else. */
    public static final Profile SMOKE =
            new Profile("smoke", 2, 1, Duration.ofMillis(200), 2, Duration.ofMillis(200), Duration.ofSeconds(20), 1.0);

    /** Minutes: enough to see what is clearly slower, hungrier or leaky. */
    public static final Profile QUICK =
            new Profile("quick", 3, 3, Duration.ofMillis(500), 4, Duration.ofMillis(500), Duration.ofSeconds(30), 0.25);

    /** The time that absolute numbers need. */
    public static final Profile NIGHTLY =
            new Profile("nightly", 5, 5, Duration.ofSeconds(2), 5, Duration.ofSeconds(2), Duration.ofSeconds(60), 0.05);

    /** The fact of a session's environment that tells with which profile it was measured. */
    public static final String FACT = "profile";

    /** What a JVM needs to start, open a path and stop, as seen on two cores; used to tell the time left only. */
    private static final Duration FORK_OVERHEAD = Duration.ofMillis(1200);

    public Profile {
        if (forks < 2 || warmupIterations < 0 || iterations < 1) {
            throw new IllegalArgumentException("profile " + name + ": at least 2 forks and 1 iteration");
        }
    }

    /**
     * The profile with this name.
     *
     * @throws BadInputException when there is none
     */
    public static Profile named(String name) {
        List<Profile> all = List.of(SMOKE, QUICK, NIGHTLY);
        return all.stream()
                .filter(profile -> profile.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInputException("profile \"" + name + "\": expected one of "
                        + Arrays.toString(all.stream().map(Profile::name).toArray())));
    }

    /** Time that all forks of one benchmark take. */
    public Duration benchmarkTime() {
        return FORK_OVERHEAD
                .plus(warmupTime.multipliedBy(warmupIterations))
                .plus(iterationTime.multipliedBy(iterations))
                .multipliedBy(forks);
    }
}
