package org.evenkeel.suite.nightly.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenkeel.compare.samples.BenchmarkNames;
import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Life;
import org.evenkeel.suite.nightly.samples.Night;
import org.evenkeel.suite.nightly.verdict.Alarm;
import org.evenkeel.suite.nightly.verdict.Gone;
import org.evenkeel.suite.nightly.verdict.HistoryVerdict;
import org.evenkeel.suite.nightly.verdict.LevelChange;
import org.evenkeel.suite.nightly.verdict.SetAside;

/**
 * The block of data that the page's script draws. Names of fields are one letter, and numbers have five digits: a year of a
 * thousand benchmarks is 365,000 of them.
 */
final class HistoryData {

    private static final MathContext DIGITS = new MathContext(5);

    /** Whole numbers below it are written without a point. */
    private static final double MOST_EXACT = 1e15;

    private final JsonGenerator json;
    private final Map<Integer, Integer> indexOfRun = new HashMap<>();
    private final Map<Identity, List<Alarm>> alarms;
    private final Map<Identity, List<LevelChange>> changes;
    private final Map<Identity, Gone> gone;
    private final Map<Identity, SetAside> setAside;

    private HistoryData(JsonGenerator json, History history, HistoryVerdict verdict) {
        this.json = json;
        for (int i = 0; i < history.nights().size(); i++) {
            indexOfRun.put(history.nights().get(i).run(), i);
        }
        alarms = verdict.alarms().stream().collect(Collectors.groupingBy(Alarm::identity));
        changes = verdict.changes().stream().collect(Collectors.groupingBy(LevelChange::identity));
        gone = verdict.gone().stream().collect(Collectors.toMap(Gone::benchmark, one -> one, (one, other) -> one));
        setAside = verdict.setAside().stream()
                .collect(Collectors.toMap(SetAside::identity, one -> one, (one, other) -> one));
    }

    /** As JSON that can stand inside of a script element, whatever its texts say. */
    static String of(History history, HistoryVerdict verdict) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
            new HistoryData(generator, history, verdict).write(history);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private void write(History history) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("nights");
        for (Night night : history.nights()) {
            json.writeStartArray();
            json.writeNumber(night.epochMillis());
            json.writeString(night.commit());
            json.writeNumber(night.run());
            json.writeEndArray();
        }
        json.writeEndArray();
        BenchmarkNames names =
                BenchmarkNames.of(history.lives().stream().map(Life::identity).toList());
        json.writeArrayFieldStart("lives");
        for (Life life : history.lives()) {
            write(life, names, history.nights().size());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Life life, BenchmarkNames names, int nights) throws IOException {
        Identity identity = life.identity();
        json.writeStartObject();
        json.writeStringField("n", names.label(identity));
        json.writeStringField("m", identity.metric());
        json.writeStringField("u", life.metric().unit());
        json.writeNumberField("d", life.metric().direction() == Direction.SMALLER_IS_BETTER ? 1 : -1);
        json.writeArrayFieldStart("v");
        int next = 0;
        for (Life.Point point : life.points()) {
            for (; next < point.night(); next++) {
                json.writeNull();
            }
            number(point.value());
            next++;
        }
        for (; next < nights; next++) {
            json.writeNull();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("a");
        for (Alarm alarm : alarms.getOrDefault(identity, List.of())) {
            write(alarm);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("c");
        for (LevelChange change : changes.getOrDefault(identity, List.of())) {
            write(change);
        }
        json.writeEndArray();
        Gone away = gone.get(identity);
        if (away != null) {
            json.writeFieldName("g");
            if (away.likely().isPresent()) {
                json.writeString(names.label(away.likely().get()));
            } else {
                json.writeBoolean(true);
            }
        }
        SetAside aside = setAside.get(identity);
        if (aside != null) {
            json.writeStringField("s", aside.reason());
        }
        json.writeEndObject();
    }

    private void write(Alarm alarm) throws IOException {
        json.writeStartArray();
        json.writeNumber(index(alarm.run()));
        json.writeNumber(index(alarm.raisedInRun()));
        json.writeString(alarm.kind() == Alarm.Kind.DRIFT ? "drift" : "step");
        number(alarm.relativeChange());
        json.writeString(
                alarm.absoluteChange().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "%+.4g B/op",
                                alarm.absoluteChange().getAsDouble())
                        : "");
        json.writeEndArray();
    }

    private void write(LevelChange change) throws IOException {
        json.writeStartArray();
        json.writeNumber(index(change.after().run()));
        json.writeNumber(index(change.before().run()));
        number(change.relativeChange());
        number(change.interval().lower());
        number(change.interval().upper());
        json.writeString(change.environment().entrySet().stream()
                .map(fact -> fact.getKey() + " " + fact.getValue())
                .collect(Collectors.joining("; ")));
        json.writeEndArray();
    }

    private int index(int run) {
        return indexOfRun.getOrDefault(run, 0);
    }

    /** With five digits; null where there is no number, as JSON has neither infinity nor NaN. */
    private void number(double value) throws IOException {
        if (!Double.isFinite(value)) {
            json.writeNull();
            return;
        }
        double rounded = new BigDecimal(value).round(DIGITS).doubleValue();
        if (rounded == Math.rint(rounded) && Math.abs(rounded) < MOST_EXACT) {
            json.writeNumber((long) rounded);
        } else {
            json.writeNumber(rounded);
        }
    }
}
