package org.evenkeel.hotpaths.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.hotpaths.analysis.Request.Action;
import org.evenkeel.hotpaths.analysis.Response.Answered;
import org.evenkeel.hotpaths.analysis.Response.Refused;

/** What happens to a request, from the token to the answer. Used by many threads at once; keeps no state of its own. */
final class AnalysisService {

    private final TokenVerifier tokens;
    private final RateLimiter limiter;
    private final Results results;
    private final AnalysisStore store;

    AnalysisService(TokenVerifier tokens, RateLimiter limiter, Results results, AnalysisStore store) {
        this.tokens = tokens;
        this.limiter = limiter;
        this.results = results;
        this.store = store;
    }

    /**
     * Answers one request.
     *
     * @throws StoreFailedException when the store failed; what was taken from the user's limit stays taken
     */
    Response handle(Request request) {
        Optional<Identity> bearer = tokens.verify(request.token());
        if (bearer.isEmpty()) {
            return Refused.BAD_TOKEN;
        }
        Identity user = bearer.get();
        if (request.action() == Action.REANALYSE && user.account() != Account.ADMINISTRATOR) {
            return Refused.NOT_ALLOWED;
        }
        if (!limiter.tryTake(user, request.clips().size())) {
            return Refused.OVER_LIMIT;
        }
        List<Analysis> analyses = new ArrayList<>(request.clips().size());
        for (Integer clip : request.clips()) {
            switch (request.action()) {
                case ANALYSE -> analyses.add(results.analyse(clip));
                case STATUS -> store.find(clip).ifPresent(analyses::add);
                case REANALYSE -> analyses.add(results.reanalyse(clip));
            }
        }
        return new Answered(analyses);
    }
}
