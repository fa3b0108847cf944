package org.evenkeel.jmh.profile;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What stands behind {@code -prof org.evenkeel.jmh.profile.EventProfiler:}.
 *
 * @param event what to sample
 * @param folder where files go
 * @param name what their names begin with
 * @param flightRecording whether to make a JFR recording instead of stacks
 */
record Settings(Event event, Path folder, String name, boolean flightRecording) {

    private static final Set<String> KNOWN = Set.of("event", "dir", "name", "jfr");

    /**
     * Reads {@code event=cpu;dir=profiles;name=cpu-1;jfr=true}; all of it may be left out.
     *
     * @throws IllegalArgumentException when the line is not of that form
     */
    static Settings parse(String line) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String setting : line.split(";", -1)) {
            int equals = setting.indexOf('=');
            String key = equals < 0 ? setting : setting.substring(0, equals);
            if (!setting.isEmpty() && (equals < 0 || !KNOWN.contains(key))) {
                throw new IllegalArgumentException(
                        "expected event=EVENT;dir=FOLDER;name=NAME;jfr=true, found \"" + setting + "\"");
            }
            if (!setting.isEmpty()) {
                values.put(key, setting.substring(equals + 1));
            }
        }
        Event event = Event.named(values.getOrDefault("event", "cpu"));
        return new Settings(
                event,
                Path.of(values.getOrDefault("dir", ".")),
                values.getOrDefault("name", "profile-" + event.written()),
                Boolean.parseBoolean(values.getOrDefault("jfr", "false")));
    }

    Path file(String ending) {
        return folder.resolve(name + ending).toAbsolutePath();
    }
}
