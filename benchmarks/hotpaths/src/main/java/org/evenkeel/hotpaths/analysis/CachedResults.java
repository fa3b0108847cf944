package org.evenkeel.hotpaths.analysis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.evenkeel.hotpaths.inputs.HitRate;

/**
 * Remembers the analyses that are asked for most.
 *
 * <p>Both ways in work under the cache's own lock for the clip. So a clip that many ask for at once is analysed once, and
 * an analysis that was begun earlier can never replace one that was made on an administrator's demand. Looking first and
 * putting afterwards would allow both.
 */
final class CachedResults implements Results {

    private final Results source;
    private final HitRate hitRate;
    private final Cache<Integer, Analysis> cache;

    /**
     * @param most how many analyses are remembered
     * @param hitRate is told who asks and who has to wait for an answer to be made
     */
    CachedResults(Results source, int most, HitRate hitRate) {
        this.source = source;
        this.hitRate = hitRate;
        // The caller does the cache's housekeeping: a few pointer moves, and no thread that is still busy when all is
        // quiet.
        cache = Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }

    @Override
    public Analysis analyse(Integer clip) {
        hitRate.countLookup();
        return cache.get(clip, this::load);
    }

    @Override
    public Analysis reanalyse(Integer clip) {
        return cache.asMap().compute(clip, (same, old) -> source.reanalyse(same));
    }

    private Analysis load(Integer clip) {
        hitRate.countMiss();
        return source.analyse(clip);
    }
}
