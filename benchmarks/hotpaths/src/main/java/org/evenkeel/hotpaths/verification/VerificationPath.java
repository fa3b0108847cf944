package org.evenkeel.hotpaths.verification;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.evenkeel.hotpaths.inputs.HitRate;
import org.evenkeel.hotpaths.verification.VerificationWorkload.Settings;
import org.evenkeel.workload.Arguments;
import org.evenkeel.workload.Footprint;
import org.evenkeel.workload.HotPath;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.Parameter;
import org.evenkeel.workload.Workload;

/** The path {@code verification}. */
public final class VerificationPath implements HotPath {

    /** Each statement is made in two ways that mean the same, and a cache keeps it once. */
    private static final int STATEMENTS_FOR_FOOTPRINT = 4 * Wiring.CACHED_FINDINGS;

    private final Wiring wiring;

    /** The path as it is measured. */
    public VerificationPath() {
        this(new Wiring());
    }

    /** The path with other parts. */
    VerificationPath(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public String name() {
        return "verification";
    }

    @Override
    public String summary() {
        return "checks a statement against sources: normalise, 2-grams and TF-IDF, best match, verdict, cached";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice("sources", "how many addresses the statement is checked against", "all", "one"),
                Parameter.choice("statement", "how long statements are: 12 or 80 words", "short", "long"),
                Parameter.choice("cache", "whether findings are cached", "on", "off"));
    }

    @Override
    public Workload open(Arguments arguments, Invariants invariants) throws IOException {
        return new VerificationWorkload(settings(arguments), wiring, invariants);
    }

    /** The cache with as many findings as it may hold, against an empty one. */
    @Override
    public Optional<Footprint> footprint(Arguments arguments) throws IOException {
        Settings settings = settings(arguments);
        if (!settings.cached()) {
            return Optional.empty();
        }
        List<String> passages = settings.passages();
        Matcher matcher = new IndexMatcher(passages.stream().map(NormalText::of).toList());
        Matcher cached = new CachedMatcher(matcher, Wiring.CACHED_FINDINGS, new HitRate());
        settings.statements(passages, STATEMENTS_FOR_FOOTPRINT).stream()
                .map(NormalText::of)
                .distinct()
                .limit(Wiring.CACHED_FINDINGS)
                .forEach(cached::match);
        Matcher empty = new CachedMatcher(matcher, Wiring.CACHED_FINDINGS, new HitRate());
        return Optional.of(new Footprint("cached finding", Wiring.CACHED_FINDINGS, cached, empty));
    }

    private static Settings settings(Arguments arguments) {
        return new Settings(
                arguments.text("sources").equals("all"),
                arguments.text("statement").equals("long"),
                arguments.text("cache").equals("on"));
    }
}
