package org.evenkeel.suite.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.suite.Jars.Ended;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that meet on one machine wait for one another, benchmark by benchmark. */
@Tag("commands")
class AtOnceIT {

    private static final int NO_BASELINE = 3;

    @TempDir
    static Path shared;

    private static Path jar = Path.of("");

    @TempDir
    Path folder;

    @BeforeAll
    static void buildJar() throws IOException {
        jar = MisbehavingJar.in(shared.resolve("deeds.jar"));
    }

    @Test
    void twoNightliesOnOtherHistoriesAndTwoChecks_atOnce_allEndAsIfTheyWereAlone() throws Exception {
        Runs runs = new Runs(folder);
        Map<String, Process> all = new LinkedHashMap<>();
        for (String number : List.of("1", "2")) {
            all.put("nightly" + number, runs.start("nightly" + number, arguments("nightly", number, "--history")));
            all.put("check" + number, runs.start("check" + number, arguments("check", number, "--store")));
        }

        for (Map.Entry<String, Process> one : all.entrySet()) {
            Ended ended = runs.ended(one.getKey(), one.getValue());
            // Times are not judged beside so much other work.
            assertThat(ended.status()).as(one.getKey() + ": " + ended).isIn(NO_BASELINE, 4);
            assertThat(folder.resolve(one.getKey() + "/jmh.json")).content().contains("org.acme.Deeds.deed");
            assertThat(folder.resolve(one.getKey() + "/report.html")).exists();
        }
    }

    private static List<String> arguments(String command, String number, String place) {
        List<String> arguments = new ArrayList<>(List.of(
                command, "--profile", "smoke", "--no-leakcheck", "--jar", jar.toString(), "--benchmark", "Deeds"));
        arguments.addAll(List.of("--out", command + number, place, command + "-place" + number));
        return arguments;
    }
}
