package org.evenkeel.hotpaths.analysis;

import io.github.bucket4j.TimeMeter;
import java.security.interfaces.RSAPublicKey;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.evenkeel.hotpaths.inputs.HitRate;

/** Which parts the service is made of. Whoever wants one part to be another overrides one method. */
class Wiring {

    /** Fewer than there are clips, so that the cache has to choose. */
    static final int CACHED_RESULTS = 80;

    /** The time that rate limits go by. */
    TimeMeter clock() {
        return TimeMeter.SYSTEM_NANOTIME;
    }

    TokenVerifier tokenVerifier(RSAPublicKey issuersKey) {
        return new SignedTokenVerifier(Tokens.ISSUER, issuersKey, InstantSource.system());
    }

    RateLimiter rateLimiter(TimeMeter clock) {
        return new BucketRateLimiter(clock);
    }

    SpectrumAnalyzer analyzer(double sampleRateHz) {
        return new SpectrumAnalyzer(sampleRateHz);
    }

    AnalysisStore store(DataSource database) {
        return new JdbcAnalysisStore(database);
    }

    Results cached(Results source, HitRate hitRate) {
        return new CachedResults(source, CACHED_RESULTS, hitRate);
    }
}
