package org.evenkeel.suite.bisect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.suite.Jars;
import org.evenkeel.suite.Jars.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search for the commit, in a repository with a hot path of its own that javac builds in a second. */
@Tag("long")
@Tag("commands")
class BisectIT {

    private static final String SOURCE = """
            package org.acme;

            import org.evenkeel.workload.*;

            /** Adds numbers up. %s */
            public final class SumPath implements HotPath {
                @Override
                public String name() {
                    return "sum";
                }

                @Override
                public String summary() {
                    return "adds numbers up";
                }

                @Override
                public Workload open(Arguments arguments, Invariants invariants) {
                    return new Workload() {
                        @Override
                        public Caller caller(int index, long seed) {
                            return () -> {
                                long sum = index;
                                for (int i = 0; i < %d; i++) {
                                    sum += (sum << 3) ^ i;
                                }
                                return sum;
                            };
                        }

                        @Override
                        public void close() {}
                    };
                }
            }
            """;

    @TempDir
    Path folder;

    private final List<String> commits = new ArrayList<>();

    @BeforeEach
    void repository() throws Exception {
        git("init", "--quiet");
        Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(folder.resolve("META-INF/services/org.evenkeel.workload.HotPath"), "org.acme.SumPath\n");
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        Files.writeString(
                folder.resolve("build.sh"),
                "set -e\n" + bin.resolve("javac") + " -cp " + Jars.BENCHMARKS + " -d classes SumPath.java\n"
                        + "cp -r META-INF classes\n" + bin.resolve("jar") + " cf built.jar -C classes .\n");
        Files.writeString(folder.resolve(".gitignore"), "target\nclasses\nbuilt.jar\n*.txt\nfound\n");
        commit("The beginning", SOURCE.formatted("First.", 2_000));
        commit("A comment", SOURCE.formatted("Second.", 2_000));
        commit("Does not compile", "class SumPath {");
        commit("Sums more numbers", SOURCE.formatted("Third.", 6_000));
        commit("Another comment", SOURCE.formatted("Fourth.", 6_000));
        commit("And another", SOURCE.formatted("Fifth.", 6_000));
    }

    @Test
    void bisect_findsTheCommit_passesOverWhatDoesNotBuild_andMeasuresNoCodeTwice() throws Exception {
        Ended bisect = bisect("--good", commits.get(1), "--out", "found");

        // The one that does not compile lies before the culprit, so the two cannot be told apart.
        assertThat(bisect.status()).as(bisect.toString()).isEqualTo(4);
        assertThat(bisect.out())
                .contains("sum, single: time per operation")
                .contains("It came with one of 2:")
                .contains(": Does not compile\n")
                .contains(": Sums more numbers\n")
                .contains("does not build")
                .contains("the same code as a commit that is known")
                .contains("Measured: 1 commit, each wrong in at most 0.5 % of cases");
        JsonNode json = new ObjectMapper().readTree(Files.readString(folder.resolve("found/bisect.json")));
        assertThat(json.get("suspects")).hasSize(2);
        assertThat(json.get("relative").asDouble()).isGreaterThan(0.5);
        // Only the ends had to be measured.
        try (var measured = Files.list(folder.resolve("found"))) {
            assertThat(measured.filter(Files::isDirectory)).hasSize(1);
        }

        Ended again = bisect("--good", commits.get(3), "--out", "same");

        assertThat(again.err()).as("kept jars").doesNotContain("Building");
        assertThat(again.status()).as(again.toString()).isZero();
        assertThat(again.out()).contains("is the same code as");
    }

    @Test
    void badInput_isOneLine() throws Exception {
        assertRefused(
                bisect("--good", commits.get(5), "--bad", commits.get(0)),
                "expected a good commit from which the bad one comes");
        assertRefused(bisect("--good", commits.get(5)), "expected commits after " + commits.get(5) + ", found none");
        assertRefused(bisect("--good", "nowhere"), "nowhere: expected a commit, branch or tag");
        assertRefused(bisect("--good", commits.get(2)), "does not build");
        assertRefused(
                Jars.run(folder, Jars.BASELINES, "bisect", "--good", "HEAD~1"),
                "expected --benchmark or one --path, found neither");
    }

    private static void assertRefused(Ended ended, String reason) {
        assertThat(ended.status()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.err()).contains(reason).doesNotContain("\tat ");
    }

    private Ended bisect(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("bisect"));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                ("--path sum --form single --built built.jar --warmup 200ms --measure 400ms --step 90s --benchmarks "
                                + Jars.BENCHMARKS)
                        .split(" ")));
        all.addAll(List.of("--build", "sh build.sh"));
        return Jars.run(folder, Jars.BASELINES, all.toArray(String[]::new));
    }

    private void commit(String message, String source) throws Exception {
        Files.writeString(folder.resolve("SumPath.java"), source);
        git("add", "-A");
        git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", message);
        commits.add(git("rev-parse", "HEAD"));
    }

    private String git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }
}
