package org.evenkeel.hotpaths.analysis;

import java.nio.DoubleBuffer;
import java.util.function.IntFunction;

/** Analyses the clip each time it is asked, and stores what it finds. */
final class ComputedResults implements Results {

    private final IntFunction<DoubleBuffer> clips;
    private final SpectrumAnalyzer analyzer;
    private final AnalysisStore store;

    /** @param clips gives the samples of a clip */
    ComputedResults(IntFunction<DoubleBuffer> clips, SpectrumAnalyzer analyzer, AnalysisStore store) {
        this.clips = clips;
        this.analyzer = analyzer;
        this.store = store;
    }

    @Override
    public Analysis analyse(Integer clip) {
        return store.save(clip, analyzer.analyze(clips.apply(clip)));
    }

    @Override
    public Analysis reanalyse(Integer clip) {
        return analyse(clip);
    }
}
