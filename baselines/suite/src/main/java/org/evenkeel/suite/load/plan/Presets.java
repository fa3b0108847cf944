package org.evenkeel.suite.load.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The scenarios that come with the product. */
public final class Presets {

    /** By name: those for any path, then those of the suites behind the product. */
    public static final List<String> NAMES = List.of(
            "smoke",
            "baseline",
            "stress",
            "spike",
            "burst",
            "heavy",
            "endurance",
            "soak",
            "stages",
            "suite-documents",
            "suite-conversations",
            "suite-analysis",
            "suite-audits",
            "suite-verification");

    private Presets() {}

    /** The text of one. */
    public static Optional<String> text(String name) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        return Optional.of(resource("scenarios/" + name + ".yaml"));
    }

    /** All of them, read. */
    public static List<Scenario> all() {
        return NAMES.stream()
                .map(name -> ScenarioReader.read(text(name).orElseThrow(), name + ".yaml"))
                .toList();
    }

    /** The JSON schema of scenarios. */
    public static String schema() {
        return resource("scenario.schema.json");
    }

    private static String resource(String name) {
        try (InputStream in = Presets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
