package org.evenkeel.compare.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.evenkeel.compare.samples.Identity;

/** Which metric of which benchmark an object of a result file is about. */
public final class IdentityJson {

    private IdentityJson() {}

    /** Writes the fields into the object that was begun. */
    public static void write(JsonGenerator json, Identity identity) throws IOException {
        json.writeStringField("benchmark", identity.benchmark());
        json.writeStringField("mode", identity.mode());
        json.writeNumberField("threads", identity.threads());
        json.writeObjectFieldStart("params");
        for (Map.Entry<String, String> param : identity.params().entrySet()) {
            json.writeStringField(param.getKey(), param.getValue());
        }
        json.writeEndObject();
        json.writeStringField("metric", identity.metric());
    }
}
