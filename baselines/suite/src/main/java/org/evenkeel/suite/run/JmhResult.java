package org.evenkeel.suite.run;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Looks at the JSON that JMH wrote of one benchmark, before anything relies on it. */
public final class JmhResult {

    private static final ObjectReader READER =
            new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JmhResult() {}

    /**
     * How many forks it holds; 0 when every fork ended its JVM, after which JMH writes an empty array. Empty when the file
     * is torn: JMH ends with 0 on a disk that is full.
     */
    static OptionalInt forks(Path file) throws IOException {
        try {
            JsonNode all = READER.readTree(Files.readAllBytes(file));
            if (!all.isArray()) {
                return OptionalInt.empty();
            }
            JsonNode metric = all.path(0).path("primaryMetric");
            return OptionalInt.of(Math.max(
                    metric.path("rawData").size(),
                    metric.path("rawDataHistogram").size()));
        } catch (JacksonException torn) {
            return OptionalInt.empty();
        }
    }

    /** Whether a part that an earlier run kept is there and whole; what is not is measured again. */
    public static boolean isWhole(Path part) {
        try {
            return Files.isRegularFile(part)
                    && READER.readTree(Files.readAllBytes(part)).path(0).isObject();
        } catch (IOException tornOrUnreadable) {
            return false;
        }
    }
}
