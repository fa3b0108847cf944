package org.evenkeel.hotpaths.analysis;

import io.github.bucket4j.TimeMeter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.evenkeel.hotpaths.inputs.Counter;
import org.evenkeel.hotpaths.inputs.HitRate;
import org.evenkeel.hotpaths.inputs.Seeds;
import org.evenkeel.workload.Caller;
import org.evenkeel.workload.Gauge;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.Workload;

/** A running service with its database, its users and what they were promised. */
final class AnalysisWorkload implements Workload {

    /** Hit rate that the cache must exceed in the standard mix. */
    private static final double LEAST_HIT_RATE = 0.70;

    /** After fewer lookups, what the empty cache missed at first still weighs too much. */
    private static final long LOOKUPS_TO_JUDGE = 5_000;

    private final Settings settings;
    private final Invariants invariants;
    private final Database database;
    private final AnalysisService service;
    private final Traffic traffic;
    private final Promises promises;
    private final TimeMeter clock;
    private final long openedNanos;

    private final HitRate hitRate = new HitRate();
    private final Counter rejected = new Counter("requests.rejected", "requests");

    /**
     * What a user can set.
     *
     * @param cached whether results are cached
     * @param connections in the pool, at least 1
     * @param mix which callers there are
     */
    record Settings(boolean cached, int connections, Mix mix) {}

    AnalysisWorkload(Settings settings, Wiring wiring, Invariants invariants) throws SQLException {
        this.settings = settings;
        this.invariants = invariants;
        Tokens tokens = new Tokens(Instant.now());
        Recording recording = Recording.chime();
        traffic = new Traffic(settings.mix(), tokens);
        List<SpectralFeatures> featuresOfClips = featuresOfAllClips(recording);
        promises = new Promises(traffic.identities(), featuresOfClips, invariants);
        clock = wiring.clock();
        openedNanos = clock.currentTimeNanos();
        database = new Database(settings.connections());
        try {
            JdbcAnalysisStore.createTable(database.connections(), Traffic.CLIPS);
            JdbcAnalysisStore.restore(database.connections(), featuresOfClips);
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
        AnalysisStore store = wiring.store(database.connections());
        Results computed = new ComputedResults(
                clip -> recording.clip(clip, Traffic.CLIPS), wiring.analyzer(recording.sampleRateHz()), store);
        service = new AnalysisService(
                wiring.tokenVerifier(tokens.publicKey()),
                wiring.rateLimiter(clock),
                settings.cached() ? wiring.cached(computed, hitRate) : computed,
                store);
    }

    private static List<SpectralFeatures> featuresOfAllClips(Recording recording) {
        SpectrumAnalyzer analyzer = new SpectrumAnalyzer(recording.sampleRateHz());
        return IntStream.range(0, Traffic.CLIPS)
                .mapToObj(clip -> analyzer.analyze(recording.clip(clip, Traffic.CLIPS)))
                .toList();
    }

    @Override
    public Caller caller(int index, long seed) {
        return new AnalysisCaller(service, promises, rejected, traffic, Seeds.random(index, seed));
    }

    @Override
    public void checkInvariants() {
        promises.checkLimits(clock.currentTimeNanos() - openedNanos);
        int active = database.activeConnections();
        invariants.require(
                active == 0,
                "all connections are back when quiet",
                () -> active + " of " + settings.connections() + " connections are still out");
        if (settings.cached() && settings.mix() == Mix.STANDARD && hitRate.lookups() >= LOOKUPS_TO_JUDGE) {
            invariants.require(
                    hitRate.ratio() > LEAST_HIT_RATE, "the cache answers more than 70 % of lookups", hitRate::toString);
        }
    }

    @Override
    public List<Gauge> gauges() {
        return List.of(
                hitRate.gauge(),
                rejected.gauge(),
                new Gauge("connections.active", "connections", database::activeConnections),
                new Gauge("connections.awaited", "threads", database::waitingThreads));
    }

    @Override
    public void close() {
        database.close();
    }
}
