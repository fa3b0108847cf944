package org.evenkeel.hotpaths.analysis;

import java.util.List;

/**
 * What arrives at the service.
 *
 * @param token a signed token in its compact form, not trusted
 * @param action what to do with each clip
 * @param clips numbers of clips, at least one
 */
record Request(String token, Action action, List<Integer> clips) {

    Request {
        clips = List.copyOf(clips);
        if (clips.isEmpty()) {
            throw new IllegalArgumentException("expected at least one clip, found none");
        }
    }

    /** What a request asks for. */
    enum Action {
        /** The analysis of each clip, made now if there is none. */
        ANALYSE,
        /** The analyses that are there already. */
        STATUS,
        /** A fresh analysis of each clip, whatever is there; for administrators. */
        REANALYSE
    }
}
