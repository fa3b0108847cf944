package org.evenkeel.hotpaths.verification;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.evenkeel.hotpaths.inputs.HitRate;

/**
 * Remembers what was found for the statements that are made most. The key is the whole statement in normal form: whoever
 * writes it differently gets the same answer, and no two statements can be taken for one.
 */
final class CachedMatcher implements Matcher {

    private final LoadingCache<String, Finding> cache;
    private final HitRate hitRate;

    /**
     * @param most how many findings are remembered
     * @param hitRate is told who asks and who has to wait for an answer to be made
     */
    CachedMatcher(Matcher behind, int most, HitRate hitRate) {
        this.hitRate = hitRate;
        // The caller does the cache's housekeeping: a few pointer moves, and no thread that is still busy when all is
        // quiet.
        cache = Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build(statement -> {
            hitRate.countMiss();
            return behind.match(statement);
        });
    }

    @Override
    public Finding match(String statement) {
        hitRate.countLookup();
        return cache.get(statement);
    }
}
