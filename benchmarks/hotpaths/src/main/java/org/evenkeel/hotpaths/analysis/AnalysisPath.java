package org.evenkeel.hotpaths.analysis;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.evenkeel.hotpaths.analysis.AnalysisWorkload.Settings;
import org.evenkeel.hotpaths.inputs.HitRate;
import org.evenkeel.workload.Arguments;
import org.evenkeel.workload.Footprint;
import org.evenkeel.workload.HotPath;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.Parameter;
import org.evenkeel.workload.Workload;

/** The path {@code analysis}. */
public final class AnalysisPath implements HotPath {

    private final Wiring wiring;

    /** The path as it is measured. */
    public AnalysisPath() {
        this(new Wiring());
    }

    /** The path with other parts. */
    AnalysisPath(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public String name() {
        return "analysis";
    }

    @Override
    public String summary() {
        return "answers an API request: token, rate limit, cache, and on a miss spectral features of a clip and a database";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice("cache", "whether results are cached", "on", "off"),
                Parameter.number("pool", "connections in the pool", 8, 1, 64),
                Parameter.choice(
                        "mix", "who calls; standard is 5 end users to 3 API clients to 1 administrator", Mix.words()));
    }

    @Override
    public Workload open(Arguments arguments, Invariants invariants) throws SQLException {
        Settings settings = new Settings(
                arguments.text("cache").equals("on"), arguments.integer("pool"), Mix.of(arguments.text("mix")));
        return new AnalysisWorkload(settings, wiring, invariants);
    }

    /** The cache with as many results as it may hold, against an empty one. */
    @Override
    public Optional<Footprint> footprint(Arguments arguments) {
        if (!arguments.text("cache").equals("on")) {
            return Optional.empty();
        }
        Recording recording = Recording.chime();
        SpectrumAnalyzer analyzer = new SpectrumAnalyzer(recording.sampleRateHz());
        Results source = new Results() {
            @Override
            public Analysis analyse(Integer clip) {
                return new Analysis(clip, 1, analyzer.analyze(recording.clip(clip, Traffic.CLIPS)));
            }

            @Override
            public Analysis reanalyse(Integer clip) {
                return analyse(clip);
            }
        };
        Results cached = new CachedResults(source, Wiring.CACHED_RESULTS, new HitRate());
        for (int clip = 0; clip < Wiring.CACHED_RESULTS; clip++) {
            cached.analyse(clip);
        }
        Results empty = new CachedResults(source, Wiring.CACHED_RESULTS, new HitRate());
        return Optional.of(new Footprint("cached result", Wiring.CACHED_RESULTS, cached, empty));
    }
}
