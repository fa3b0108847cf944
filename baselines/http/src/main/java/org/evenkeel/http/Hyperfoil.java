package org.evenkeel.http;

import io.hyperfoil.api.config.Benchmark;
import io.hyperfoil.api.config.BenchmarkBuilder;
import io.hyperfoil.api.config.Step;
import io.hyperfoil.core.impl.LocalSimulationRunner;
import io.hyperfoil.http.config.ConnectionStrategy;
import io.hyperfoil.http.config.HttpPluginBuilder;

/**
 * Hyperfoil as it is used here: so many sessions at once, each of which is a user with a connection of its own and goes through one step
 * until that says that it has ended.
 *
 * @param origin scheme, host and port of the service
 * @param threads event loops, at least 1
 * @param timeoutMillis how long an answer may take
 */
record Hyperfoil(String origin, int threads, long timeoutMillis) {

    /** The one phase that Hyperfoil knows of. */
    static final String PHASE = "phase";

    /** A request that was given up may still be held while the next one begins. */
    private static final int REQUESTS = 2;

    /** Ready to run: users begin at once, and it ends with the last of them. */
    LocalSimulationRunner runner(int users, Step step) {
        BenchmarkBuilder builder = BenchmarkBuilder.builder()
                .name("evenkeel")
                .threads(threads)
                .failurePolicy(Benchmark.FailurePolicy.CONTINUE);
        builder.addPlugin(HttpPluginBuilder::new)
                .http()
                .host(origin)
                .allowHttp2(false)
                .connectionStrategy(ConnectionStrategy.OPEN_ON_REQUEST);
        builder.addPhase(PHASE)
                .atOnce(users)
                .duration(1)
                .scenario()
                .maxRequests(REQUESTS)
                .initialSequence("user")
                .step(step);
        return new LocalSimulationRunner(builder.build());
    }
}
