package org.evenkeel.hotpaths.analysis;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenkeel.hotpaths.analysis.Request.Action;
import org.evenkeel.hotpaths.analysis.Response.Answered;
import org.evenkeel.hotpaths.analysis.Response.Refused;
import org.evenkeel.hotpaths.analysis.Traffic.Asked;
import org.evenkeel.workload.Invariants;

/**
 * Holds the service to what it promises, by what its callers see. It knows who sent each request, what each clip sounds
 * like and what was answered before, and it shares no code with the service that could be wrong in both.
 */
final class Promises {

    private final List<SpectralFeatures> features;
    private final Invariants invariants;
    private final Map<Identity, LongAdder> granted;
    private final AtomicLongArray newest;

    /** @param features the right answer for each clip */
    Promises(List<Identity> users, List<SpectralFeatures> features, Invariants invariants) {
        this.features = List.copyOf(features);
        this.invariants = invariants;
        granted = users.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), user -> new LongAdder()));
        newest = new AtomicLongArray(features.size());
    }

    /**
     * Notes how new the answers to a request must be at least.
     *
     * @param revisions gets the lowest revision that is still good, for each clip of the request
     */
    void beforeAsking(Asked asked, long[] revisions) {
        List<Integer> clips = asked.request().clips();
        for (int i = 0; i < clips.size(); i++) {
            revisions[i] = newest.get(clips.get(i));
        }
    }

    /**
     * Checks an answer.
     *
     * @param revisions as {@link #beforeAsking} left them
     */
    void afterAnswer(Asked asked, Response response, long[] revisions) {
        Optional<Identity> bearer = asked.bearer();
        if (bearer.isEmpty()) {
            if (response != Refused.BAD_TOKEN) {
                invariants.broken("a bad token never passes", "a forged token led to " + response);
            }
        } else if (response instanceof Answered answered) {
            granted(bearer.get()).add(asked.request().clips().size());
            checkAnalyses(asked.request(), answered.analyses(), revisions);
        } else if (response != Refused.OVER_LIMIT) {
            invariants.broken("a good token passes", bearer.get() + " was refused: " + response);
        }
    }

    /**
     * Checks what each user has got so far. Called when the path is quiet.
     *
     * @param nanos since the first request could be made
     */
    void checkLimits(long nanos) {
        granted.forEach((user, tokens) -> invariants.require(
                tokens.sum() <= user.account().limit().mostTokensWithin(nanos),
                "no user gets more than the limit",
                () -> user + " got " + tokens + " tokens in " + nanos + " ns; the limit is "
                        + user.account().limit()));
    }

    private LongAdder granted(Identity user) {
        return Objects.requireNonNull(granted.get(user), "a user whom nobody knows");
    }

    private void checkAnalyses(Request request, List<Analysis> analyses, long[] revisions) {
        boolean status = request.action() == Action.STATUS;
        int asked = request.clips().size();
        if (analyses.size() > asked || (analyses.size() < asked && !status)) {
            invariants.broken(
                    "every clip that was asked for is answered",
                    "asked for clips " + request.clips() + ", got " + analyses);
            return;
        }
        for (int i = 0; i < analyses.size(); i++) {
            Analysis analysis = analyses.get(i);
            int clip = request.clips().get(i);
            if (analysis.clip() != clip || !analysis.features().equals(features.get(clip))) {
                invariants.broken(
                        "an answer holds the features of its clip",
                        "clip " + clip + " has " + features.get(clip) + ", got " + analysis);
            } else if (analysis.revision() < revisions[i]) {
                invariants.broken(
                        "no answer is older than one that was there before the question",
                        "revision " + revisions[i] + " was there, got " + analysis);
            } else if (!status) {
                // A status may see what is stored a moment before it is announced, so it raises nobody's expectations.
                raiseTo(clip, analysis.revision());
            }
        }
    }

    private void raiseTo(int clip, long revision) {
        if (newest.get(clip) < revision) {
            newest.accumulateAndGet(clip, revision, Math::max);
        }
    }
}
