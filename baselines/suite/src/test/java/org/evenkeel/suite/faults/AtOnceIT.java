package org.evenkeel.suite.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.suite.Jars.Ended;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs that meet on one machine wait for one another, benchmark by benchmark. */
@Tag("long")
@Tag("commands")
class AtOnceIT extends RunsOfDeeds {

    private static final int NO_BASELINE = 3;

    @Test
    void twoNightliesOnOtherHistoriesAndTwoChecks_atOnce_allEndAsIfTheyWereAlone() throws Exception {
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

    @Test
    @Tag("long")
    void twoRunsInTurn_atOnce_measureOneAfterTheOther() throws Exception {
        List<Process> both = new ArrayList<>();
        for (String number : List.of("1", "2")) {
            List<String> ab = new ArrayList<>(List.of("ab", "--base-jar", jar.toString(), "--jar", jar.toString()));
            ab.addAll(List.of("--benchmark", "Deeds", "--warmup", "100ms", "--measure", "100ms", "--busy", "100%"));
            ab.addAll(List.of("--record", "2", "--budget", "60s", "--out", "ab" + number));
            both.add(runs.start("ab" + number, ab));
        }

        for (int i = 0; i < both.size(); i++) {
            String name = "ab" + (i + 1);
            Ended ended = runs.ended(name, both.get(i));
            // Two blocks decide nothing; neither of the runs dies of the other, nor gives its budget away to it.
            assertThat(ended.status()).as(ended.toString()).isEqualTo(4);
            assertThat(folder.resolve(name + "/parts"))
                    .isDirectoryRecursivelyContaining(file -> file.toString().endsWith("-001.block"));
        }
    }

    private static List<String> arguments(String command, String number, String place) {
        List<String> arguments = new ArrayList<>(List.of(
                command, "--profile", "smoke", "--no-leakcheck", "--jar", jar.toString(), "--benchmark", "Deeds"));
        arguments.addAll(List.of("--out", command + number, place, command + "-place" + number));
        return arguments;
    }
}
