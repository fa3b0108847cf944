package org.evenkeel.hotpaths.verification;

import java.util.List;
import org.evenkeel.hotpaths.inputs.HitRate;

/** Which parts the service is made of. Whoever wants one part to be another overrides one method. */
class Wiring {

    /** Fewer than there are statements, so that the cache has to choose. */
    static final int CACHED_FINDINGS = 96;

    /** @param passages in normal form */
    Matcher matcher(List<String> passages) {
        return new IndexMatcher(passages);
    }

    Matcher cached(Matcher behind, HitRate hitRate) {
        return new CachedMatcher(behind, CACHED_FINDINGS, hitRate);
    }
}
