package org.evenkeel.hotpaths.analysis;

import java.util.Optional;

/** Where analyses are kept: the last one of each clip. Used by many threads at once. */
interface AnalysisStore {

    /**
     * Replaces the analysis of a clip.
     *
     * @return what is now stored, with its revision
     * @throws StoreFailedException when the old one is still there
     */
    Analysis save(int clip, SpectralFeatures features);

    /**
     * The analysis of a clip, if there is one.
     *
     * @throws StoreFailedException when nobody can tell
     */
    Optional<Analysis> find(int clip);
}
