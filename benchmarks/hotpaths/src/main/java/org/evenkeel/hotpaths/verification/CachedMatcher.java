package org.evenkeel.hotpaths.verification;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.evenkeel.hotpaths.inputs.Counter;

/**
 * Remembers what was found for the statements that are made most. The key is the whole statement in normal form: whoever
 * writes it differently gets the same answer, and no two statements can be taken for one.
 */
final class CachedMatcher implements Matcher {

    private final LoadingCache<String, Finding> cache;
    private final Counter lookups;

    /**
     * @param most how many findings are remembered
     * @param lookups counts who asked
     * @param misses counts who had to wait for the matcher behind
     */
    CachedMatcher(Matcher behind, int most, Counter lookups, Counter misses) {
        this.lookups = lookups;
        // The caller does the cache's housekeeping: a few pointer moves, and no thread that is still busy when all is
        // quiet.
        cache = Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build(statement -> {
            misses.increment();
            return behind.match(statement);
        });
    }

    @Override
    public Finding match(String statement) {
        lookups.increment();
        return cache.get(statement);
    }
}
