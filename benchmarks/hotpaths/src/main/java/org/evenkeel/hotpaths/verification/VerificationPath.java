package org.evenkeel.hotpaths.verification;

import java.io.IOException;
import java.util.List;
import org.evenkeel.hotpaths.verification.VerificationWorkload.Settings;
import org.evenkeel.workload.Arguments;
import org.evenkeel.workload.HotPath;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.Parameter;
import org.evenkeel.workload.Workload;

/** The path {@code verification}. */
public final class VerificationPath implements HotPath {

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
        Settings settings = new Settings(
                arguments.text("sources").equals("all"),
                arguments.text("statement").equals("long"),
                arguments.text("cache").equals("on"));
        return new VerificationWorkload(settings, wiring, invariants);
    }
}
