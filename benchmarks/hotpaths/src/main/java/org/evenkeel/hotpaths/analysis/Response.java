package org.evenkeel.hotpaths.analysis;

import java.util.List;

/** What the service answers. */
sealed interface Response {

    /** The analyses that were asked for, in the order of the request; a status leaves out those that do not exist. */
    record Answered(List<Analysis> analyses) implements Response {
        public Answered {
            analyses = List.copyOf(analyses);
        }
    }

    /** Nothing was done, and why. */
    enum Refused implements Response {
        /** The token is not one of ours, was changed, or has expired. */
        BAD_TOKEN,
        /** The account may not do that. */
        NOT_ALLOWED,
        /** The user has asked for too much lately. */
        OVER_LIMIT
    }
}
