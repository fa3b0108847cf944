package org.evenkeel.hotpaths.analysis;

import java.util.random.RandomGenerator;
import org.evenkeel.hotpaths.analysis.Response.Refused;
import org.evenkeel.hotpaths.analysis.Traffic.Asked;
import org.evenkeel.hotpaths.inputs.Counter;
import org.evenkeel.workload.Caller;

/** Sends the requests that it drew when it was made, one after the other, over and over; and looks at each answer. */
final class AnalysisCaller implements Caller {

    /** A power of two. */
    private static final int REQUESTS = 1024;

    private final AnalysisService service;
    private final Promises promises;
    private final Counter rejected;
    private final Asked[] requests;
    private final long[] revisions = new long[Traffic.BATCH];
    private int position;

    /** @param rejected counts requests that were over the limit */
    AnalysisCaller(
            AnalysisService service, Promises promises, Counter rejected, Traffic traffic, RandomGenerator random) {
        this.service = service;
        this.promises = promises;
        this.rejected = rejected;
        requests = traffic.draw(REQUESTS, random);
    }

    @Override
    public Response request() {
        Asked asked = requests[position++ & (REQUESTS - 1)];
        promises.beforeAsking(asked, revisions);
        Response response = service.handle(asked.request());
        promises.afterAnswer(asked, response, revisions);
        if (response == Refused.OVER_LIMIT) {
            rejected.increment();
        }
        return response;
    }
}
