package org.evenkeel.hotpaths.analysis;

/** Gives the analysis of a clip, wherever it comes from. Used by many threads at once. */
interface Results {

    /** The last analysis of the clip, or a new one. */
    Analysis analyse(Integer clip);

    /** A new analysis of the clip. From now on, nobody who asks gets an older one. */
    Analysis reanalyse(Integer clip);
}
