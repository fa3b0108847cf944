package org.evenkeel.suite.load.samples;

import org.HdrHistogram.Histogram;

/**
 * One task in one phase.
 *
 * @param user the kind of users
 * @param task its name
 * @param done requests that ended, those that failed included
 * @param errors requests that failed
 * @param dropped requests that were due and never answered
 * @param response times from the intended start, those of dropped requests as long as they waited; not to be changed
 * @param service times from the real start; not to be changed
 */
public record TaskResult(
        String user, String task, long done, long errors, long dropped, Histogram response, Histogram service) {

    /** Requests that were answered well. */
    public long good() {
        return done - errors;
    }
}
