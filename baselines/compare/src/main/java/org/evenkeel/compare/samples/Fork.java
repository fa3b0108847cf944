package org.evenkeel.compare.samples;

import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What one fork of one benchmark measured. */
public final class Fork {

    private final Session session;
    private final Identity identity;
    private final double[] iterations;

    /**
     * Makes a fork.
     *
     * @param session its metrics, each with this one fork
     * @param identity of its score
     * @param iterations of its score in the order in which they ran; empty for sample time, which has a histogram instead
     */
    Fork(Session session, Identity identity, double[] iterations) {
        this.session = session;
        this.identity = identity;
        this.iterations = iterations.clone();
    }

    /** The fork as a session of its own. */
    public Session session() {
        return session;
    }

    /** The benchmark, with its score as the metric. */
    public Identity identity() {
        return identity;
    }

    /** The iterations of the score in the order in which they ran; empty for sample time. */
    public double[] iterations() {
        return iterations.clone();
    }

    /**
     * The same fork with another of its metrics for its score, where it has that for each iteration and in a unit that can be
     * converted; else the fork itself.
     */
    public Fork scoredBy(String metric) {
        Optional<Series> scored = Optional.ofNullable(session.series().get(identity.withMetric(metric)))
                .flatMap(other -> score().by(other));
        if (scored.isEmpty()) {
            return this;
        }
        TreeMap<Identity, Series> series = new TreeMap<>(session.series());
        series.put(identity, scored.get());
        Session changed =
                new Session(session.name(), series, session.leaks(), session.invalid(), session.environment());
        return new Fork(
                changed, identity, scored.get().raw().orElseThrow().iterations().get(0));
    }

    /** The fork's score as the file has it. */
    public Series score() {
        return Objects.requireNonNull(session.series().get(identity), identity.toString());
    }
}
