package org.evenkeel.suite.nightly.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.evenkeel.compare.report.IdentityJson;
import org.evenkeel.compare.report.Quantity;
import org.evenkeel.compare.samples.Environment.Difference;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.suite.nightly.samples.Night;
import org.evenkeel.suite.nightly.verdict.Alarm;
import org.evenkeel.suite.nightly.verdict.Gone;
import org.evenkeel.suite.nightly.verdict.HistoryVerdict;
import org.evenkeel.suite.nightly.verdict.LevelChange;
import org.evenkeel.suite.nightly.verdict.SetAside;
import org.evenkeel.suite.nightly.verdict.SlowNight;

/** A history's verdict as JSON, whose fields scripts rely on: more may be added, names and meaning stay. */
public final class HistoryJson {

    private static final int SCHEMA_VERSION = 1;

    private HistoryJson() {}

    /** Renders all of it, one finding a line. */
    public static String render(HistoryVerdict verdict) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("schemaVersion", SCHEMA_VERSION);
            json.writeArrayFieldStart("alarms");
            for (Alarm alarm : verdict.alarms()) {
                write(json, alarm);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("suspects");
            for (SlowNight slow : verdict.slowNights()) {
                write(json, slow);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("gone");
            for (Gone gone : verdict.gone()) {
                begin(json, gone.benchmark());
                json.writeNumberField("lastRun", gone.last().run());
                json.writeNumberField("missingNights", gone.missingNights());
                if (gone.likely().isPresent()) {
                    json.writeStringField(
                            "likely", verdict.names().label(gone.likely().get()));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("changePoints");
            for (LevelChange change : verdict.changes()) {
                write(json, change);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("setAside");
            for (SetAside one : verdict.setAside()) {
                begin(json, one.identity());
                json.writeStringField("reason", one.reason());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeRaw('\n');
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text + "\n";
    }

    private static void write(JsonGenerator json, Alarm alarm) throws IOException {
        begin(json, alarm.identity());
        json.writeNumberField("run", alarm.run());
        json.writeNumberField("raisedInRun", alarm.raisedInRun());
        json.writeStringField("kind", alarm.kind().name());
        if (Double.isFinite(alarm.relativeChange())) {
            json.writeNumberField("relativeChange", Quantity.stable(alarm.relativeChange()));
        } else {
            json.writeNullField("relativeChange");
        }
        if (alarm.absoluteChange().isPresent()) {
            json.writeNumberField(
                    "absoluteChange", Quantity.stable(alarm.absoluteChange().getAsDouble()));
        }
        if (alarm.night().isPresent()) {
            Night night = alarm.night().get();
            json.writeStringField("commit", night.commit());
            json.writeNumberField("epochMillis", night.epochMillis());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, SlowNight slow) throws IOException {
        begin(json, slow.identity());
        json.writeNumberField("run", slow.night().run());
        json.writeStringField("commit", slow.night().commit());
        json.writeNumberField("epochMillis", slow.night().epochMillis());
        if (Double.isFinite(slow.relativeChange())) {
            json.writeNumberField("relativeChange", Quantity.stable(slow.relativeChange()));
        } else {
            json.writeNullField("relativeChange");
        }
        json.writeBooleanField("farBeyond", slow.isFarBeyond());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, LevelChange change) throws IOException {
        begin(json, change.identity());
        json.writeNumberField("afterRun", change.after().run());
        json.writeNumberField("beforeRun", change.before().run());
        json.writeStringField("afterCommit", change.after().commit());
        json.writeStringField("beforeCommit", change.before().commit());
        json.writeNumberField("relativeChange", Quantity.stable(change.relativeChange()));
        json.writeNumberField("lower", Quantity.stable(change.interval().lower()));
        json.writeNumberField("upper", Quantity.stable(change.interval().upper()));
        json.writeNumberField("confidenceLevel", change.interval().confidenceLevel());
        json.writeObjectFieldStart("environment");
        for (Map.Entry<String, Difference> entry : change.environment().entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue().toString());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void begin(JsonGenerator json, Identity identity) throws IOException {
        json.writeRaw("\n  ");
        json.writeStartObject();
        IdentityJson.write(json, identity);
    }
}
