package org.evenkeel.compare.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.evenkeel.compare.samples.BenchmarkNames;
import org.evenkeel.compare.samples.Environment.Difference;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.verdict.Change;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Comparison.Outcome;
import org.evenkeel.compare.verdict.Evidence;
import org.evenkeel.compare.verdict.Moves;
import org.evenkeel.compare.verdict.ObjectiveResult;
import org.evenkeel.compare.verdict.OneSided;
import org.evenkeel.compare.verdict.OneSidedMetrics;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.PathJudged;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.compare.verdict.Suspect;
import org.evenkeel.compare.verdict.TimesClaim;
import org.evenkeel.compare.verdict.Verdict;
import org.evenkeel.kernel.ExitStatus;

/** {@code comparison.json}, whose fields scripts rely on: more may be added, names and meaning stay. */
public final class JsonReport {

    private static final int SCHEMA_VERSION = 1;

    private JsonReport() {}

    /** Renders all rows, in the order of their identities. */
    public static String render(Comparison comparison) {
        return render(comparison, List.of(), comparison.outcome(), comparison.status());
    }

    /**
     * The same of a run that knows more than its rows.
     *
     * @param paths how each path was judged, where paths were measured in turn; empty for none
     * @param outcome in one word
     * @param status that the run ended with
     */
    public static String render(Comparison comparison, List<PathJudged> paths, Outcome outcome, ExitStatus status) {
        StringWriter text = new StringWriter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(printer);
            json.writeStartObject();
            json.writeNumberField("schemaVersion", SCHEMA_VERSION);
            json.writeStringField("verdict", outcome.name());
            json.writeNumberField("exitStatus", status.code());
            json.writeNumberField("baseSessions", comparison.baseSessions());
            json.writeNumberField("currentSessions", comparison.currentSessions());
            writeOptions(json, comparison.options());
            json.writeArrayFieldStart("otherSettings");
            for (Difference settings : comparison.otherSettings()) {
                json.writeStartObject();
                json.writeStringField("base", settings.base());
                json.writeStringField("current", settings.current());
                json.writeEndObject();
            }
            json.writeEndArray();
            if (paths.isEmpty()) {
                writeTimes(json, comparison.times());
            } else {
                json.writeArrayFieldStart("paths");
                for (PathJudged path : paths) {
                    writePath(json, path, comparison);
                }
                json.writeEndArray();
            }
            writeMoves(json, comparison.moves());
            writeOneSided(json, comparison);
            json.writeArrayFieldStart("objectives");
            for (ObjectiveResult result : comparison.objectives()) {
                writeObjective(json, result);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("rows");
            for (Row row : comparison.rows()) {
                writeRow(json, row);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text + "\n";
    }

    private static void writeOptions(JsonGenerator json, Options options) throws IOException {
        json.writeObjectFieldStart("options");
        json.writeNumberField("minimumEffect", options.minimumEffect());
        json.writeNumberField("margin", options.margin());
        json.writeNumberField("confidence", options.confidence());
        json.writeStringField("sessions", options.sessions().name());
        json.writeNumberField("exactAbsoluteTolerance", options.tolerance().absolute());
        json.writeNumberField("exactRelativeTolerance", options.tolerance().relative());
        json.writeBooleanField("strict", options.strict());
        json.writeEndObject();
    }

    private static void writeMoves(JsonGenerator json, Moves moves) throws IOException {
        json.writeObjectFieldStart("moves");
        json.writeBooleanField("together", moves.areTogether());
        json.writeBooleanField("inBothDirections", moves.areThrownAbout());
        write(json, "common", OptionalDouble.of(Math.expm1(moves.common())));
        json.writeEndObject();
    }

    private static void writeOneSided(JsonGenerator json, Comparison comparison) throws IOException {
        Set<OneSided> vanished = Set.copyOf(comparison.vanished());
        BenchmarkNames names = comparison.names();
        json.writeArrayFieldStart("oneSided");
        for (OneSided one : comparison.oneSided()) {
            json.writeStartObject();
            json.writeStringField("benchmark", names.label(one.benchmark()));
            json.writeStringField("side", one.isRemoved() ? "base" : "current");
            if (one.isRemoved()) {
                json.writeBooleanField("accepted", !vanished.contains(one));
                if (one.likely().isPresent()) {
                    json.writeStringField("likely", names.label(one.likely().get()));
                }
            }
            json.writeEndObject();
        }
        Set<OneSidedMetrics> vanishedMetrics = Set.copyOf(comparison.vanishedMetrics());
        for (OneSidedMetrics some : comparison.oneSidedMetrics()) {
            for (String metric : some.metrics()) {
                for (Identity benchmark : some.benchmarks()) {
                    json.writeStartObject();
                    json.writeStringField("benchmark", names.label(benchmark));
                    json.writeStringField("metric", metric);
                    json.writeStringField("side", some.isRemoved() ? "base" : "current");
                    if (some.isRemoved()) {
                        json.writeBooleanField("accepted", !vanishedMetrics.contains(some));
                    }
                    json.writeEndObject();
                }
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("gaps");
        for (String gap : comparison.gaps()) {
            json.writeString(gap);
        }
        json.writeEndArray();
    }

    private static void writeTimes(JsonGenerator json, TimesClaim claim) throws IOException {
        json.writeObjectFieldStart("times");
        json.writeNumberField("judged", claim.judged());
        json.writeNumberField("undecided", claim.undecided().size());
        write(json, "slowdownRuledOut", claim.ruledOut());
        if (claim.ofForks().isPresent()) {
            write(json, "ruledOutShareOfForks", claim.ofForks());
        }
        json.writeArrayFieldStart("suspects");
        for (Suspect suspect : claim.suspects()) {
            json.writeStartObject();
            json.writeStringField("path", suspect.path());
            json.writeStringField("why", suspect.why());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writePath(JsonGenerator json, PathJudged path, Comparison comparison) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", path.path());
        if (path instanceof PathJudged.SameCode same) {
            json.writeStringField("judged", "SAME_CODE");
            json.writeNumberField("parts", same.parts());
            json.writeArrayFieldStart("renamed");
            for (String name : same.renamed()) {
                json.writeString(name);
            }
            json.writeEndArray();
        } else if (path instanceof PathJudged.InTurn inTurn) {
            json.writeStringField("judged", "IN_TURN");
            write(json, "excludes", PathJudged.excluded(path.path(), comparison.rows()));
            OptionalDouble ofForks = PathJudged.excludedShare(path.path(), comparison.rows());
            if (ofForks.isPresent()) {
                write(json, "excludesShareOfForks", ofForks);
            }
            json.writeArrayFieldStart("differs");
            for (String name : inTurn.changed()) {
                json.writeString(name);
            }
            json.writeEndArray();
        } else if (path instanceof PathJudged.NotInTurn missing) {
            json.writeStringField("judged", "NOT_JUDGED");
            json.writeStringField("reason", missing.why());
        } else if (path instanceof PathJudged.Added) {
            json.writeStringField("judged", "ADDED");
        } else if (path instanceof PathJudged.Gone gone) {
            json.writeStringField("judged", "GONE");
            json.writeBooleanField("accepted", gone.isAccepted());
        }
        json.writeEndObject();
    }

    private static void writeObjective(JsonGenerator json, ObjectiveResult result) throws IOException {
        json.writeStartObject();
        IdentityJson.write(json, result.identity());
        json.writeStringField("objective", result.objective().words());
        json.writeStringField("unit", result.objective().unit());
        json.writeNumberField("value", Quantity.stable(result.value()));
        json.writeStringField("verdict", result.met() ? "MET" : "MISSED");
        json.writeStringField("grade", result.grade().name());
        json.writeEndObject();
    }

    private static void writeRow(JsonGenerator json, Row row) throws IOException {
        json.writeStartObject();
        IdentityJson.write(json, row.identity());
        json.writeStringField("unit", row.metric().unit());
        json.writeStringField("verdict", row.verdict().word());
        json.writeBooleanField("gated", row.gated());
        json.writeBooleanField("shared", row.shared());
        write(json, "base", row.base());
        write(json, "current", row.current());
        writeChange(json, row.verdict());
        writeReason(json, row.verdict());
        json.writeEndObject();
    }

    private static void writeChange(JsonGenerator json, Verdict verdict) throws IOException {
        OptionalDouble none = OptionalDouble.empty();
        OptionalDouble relative = verdict.change().map(Change::relative).orElse(none);
        write(json, "relativeChange", relative);
        write(
                json,
                "lower",
                verdict.change()
                        .flatMap(Change::interval)
                        .map(i -> OptionalDouble.of(i.lower()))
                        .orElse(none));
        write(
                json,
                "upper",
                verdict.change()
                        .flatMap(Change::interval)
                        .map(i -> OptionalDouble.of(i.upper()))
                        .orElse(none));
        var evidence = verdict.change().flatMap(Change::evidence);
        write(json, "pValue", evidence.map(e -> OptionalDouble.of(e.pValue())).orElse(none));
        write(
                json,
                "adjustedPValue",
                evidence.map(e -> OptionalDouble.of(e.adjustedPValue())).orElse(none));
        write(
                json,
                "minimumDetectableEffect",
                evidence.map(Evidence::minimumDetectableEffect).orElse(none));
        var excluded = evidence.flatMap(Evidence::excluded);
        if (excluded.isPresent()) {
            write(json, "excludes", OptionalDouble.of(excluded.get().slowdown()));
            write(json, "excludesShareOfForks", OptionalDouble.of(excluded.get().share()));
        }
        write(json, "forksNeeded", evidence.map(e -> e.needed().forks()).orElse(OptionalInt.empty()));
        write(json, "sessionsNeeded", evidence.map(e -> e.needed().sessions()).orElse(OptionalInt.empty()));
        write(
                json,
                "absoluteChange",
                verdict.change().map(c -> OptionalDouble.of(c.absolute())).orElse(none));
        if (evidence.isPresent()) {
            json.writeStringField("noise", evidence.get().source().name());
        }
    }

    private static void writeReason(JsonGenerator json, Verdict verdict) throws IOException {
        if (verdict instanceof Verdict.Inconclusive open) {
            json.writeStringField("reason", open.reason());
            json.writeBooleanField("setAside", open.setAside());
        } else if (verdict instanceof Verdict.Invalid invalid) {
            json.writeStringField("reason", invalid.reason());
        } else if (verdict instanceof Verdict.Incomparable incomparable) {
            json.writeObjectFieldStart("differences");
            for (Map.Entry<String, Difference> entry :
                    incomparable.differences().entrySet()) {
                json.writeObjectFieldStart(entry.getKey());
                json.writeStringField("base", entry.getValue().base());
                json.writeStringField("current", entry.getValue().current());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
    }

    /** JSON has no infinity and no NaN: null says that there is no number. */
    private static void write(JsonGenerator json, String field, OptionalDouble value) throws IOException {
        if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
            json.writeNumberField(field, Quantity.stable(value.getAsDouble()));
        } else {
            json.writeNullField(field);
        }
    }

    private static void write(JsonGenerator json, String field, OptionalInt value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(field, value.getAsInt());
        } else {
            json.writeNullField(field);
        }
    }
}
