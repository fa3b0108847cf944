package org.evenkeel.hotpaths.analysis;

/**
 * A stored result.
 *
 * @param clip number of the clip
 * @param revision 1 for the first analysis of this clip, one more for each that replaced it
 * @param features what was found
 */
record Analysis(int clip, long revision, SpectralFeatures features) {

    Analysis {
        if (revision < 1) {
            throw new IllegalArgumentException("expected a revision of 1 or more, found " + revision);
        }
    }
}
