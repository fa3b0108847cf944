package org.evenkeel.suite.nightly.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Night;
import org.evenkeel.suite.nightly.verdict.HistoryJudge;
import org.evenkeel.suite.nightly.verdict.HistoryVerdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A history in a real PostgreSQL, held against the same history in a folder. */
@Tag("commands")
class DatabaseHistoryIT {

    private static final int BENCHMARKS = Integer.getInteger("evenkeel.year", 30);

    private static Postgres server;

    @TempDir
    Path folder;

    private DatabaseHistory history;

    @BeforeAll
    static void startServer() throws Exception {
        assumeThat(Postgres.programs())
                .as("a PostgreSQL of Debian: apt-get install postgresql")
                .isPresent();
        server = Postgres.start();
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void emptyDatabase() throws Exception {
        server.sql("drop schema public cascade", "create schema public", "grant usage on schema public to public");
        history = server.history(Postgres.owner());
        DatabaseSchema.prepare(history.database());
    }

    /** Nights of some benchmarks, of which the third gets slower by a third. */
    private static List<StoredNight> nights(int from, int to, int benchmarks) {
        List<StoredNight> nights = new ArrayList<>();
        for (int night = from; night < to; night++) {
            Random random = new Random(night);
            List<StoredNight.Result> results = new ArrayList<>();
            for (int i = 0; i < benchmarks; i++) {
                double level = (i + 1) * (i == 2 && night >= 30 ? 1.33 : 1);
                results.add(new StoredNight.Result(
                        new Identity(
                                "acme.Json.case" + i,
                                "avgt",
                                1 + i % 3,
                                new TreeMap<>(Map.of("text", "tab\t and \\ and \"" + i)),
                                Metric.SCORE),
                        new Metric(Metric.SCORE, "ns/op", MetricKind.TIME, Direction.SMALLER_IS_BETTER),
                        List.of(
                                level * Math.exp(0.01 * random.nextGaussian()),
                                level * Math.exp(0.01 * random.nextGaussian()))));
            }
            nights.add(new StoredNight(
                    "night-" + night,
                    new Night(
                            night,
                            1_700_000_000_000L + night * 86_400_000L,
                            "c" + night,
                            new TreeMap<>(Map.of("cpu.model", "M", "jvm.version", night < 40 ? "17" : "21")),
                            new TreeMap<>(Map.of("yardstick.micros", "12.5"))),
                    results));
        }
        return nights;
    }

    @Test
    void history_inADatabase_isJudgedAsThatInAFolder() {
        HistoryStore files = new HistoryStore(folder);
        List<StoredNight> nights = nights(0, 60, 5);
        assertThat(history.append(nights)).isEqualTo(60);
        files.append(nights);

        assertThat(history.append(nights)).as("the same nights again").isZero();
        assertThat(DatabaseSchema.prepare(history.database()))
                .as("steps of a second prepare")
                .isZero();
        HistoryVerdict verdict = HistoryJudge.judge(history.history());
        assertThat(verdict).usingRecursiveComparison().isEqualTo(HistoryJudge.judge(files.history()));
        assertThat(verdict.alarms()).isNotEmpty();
        assertThat(history.nights()).isEqualTo(files.nights());
    }

    @Test
    void alarms_areKeptForWhoeverDrawsThem_once() throws Exception {
        history.append(nights(0, 60, 5));
        HistoryVerdict verdict = HistoryJudge.judge(history.history());
        history.keep(verdict.alarms());
        history.keep(verdict.alarms());

        server.sql("do $$ begin assert (select count(*) from alarm) = "
                + verdict.alarms().size() + "; end $$");
    }

    /** Grafana is not here, but its queries are: with its variables filled in they run on the tables. */
    @Test
    void dashboard_queries_runOnTheTables() throws Exception {
        history.append(nights(0, 60, 5));
        history.keep(HistoryJudge.judge(history.history()).alarms());
        JsonNode dashboard = new ObjectMapper()
                .readTree(Path.of("../../examples/grafana/history-postgresql.json")
                        .toFile());
        List<String> queries = dashboard.findValuesAsText("rawSql");
        dashboard.path("templating").path("list").forEach(variable -> {
            if (variable.path("type").asText().equals("query")) {
                queries.add(variable.path("query").asText());
            }
        });

        assertThat(queries).hasSizeGreaterThan(6);
        for (String query : queries) {
            String filled = query.replaceAll("\\$__unixEpochFilter\\(([^)]*)\\)", "$1 between 0 and 9999999999")
                    .replace("$benchmark", "'acme.Json.case2'")
                    .replace("$metric", "'score'")
                    .replace("$machine", "M");
            assertThat(server.rows(filled)).as(filled).isPositive();
        }
    }

    @Test
    void history_ofATeam_isThatOfTheMachineThatMeasuredLast() {
        history.append(nights(0, 20, 2));
        StoredNight other = nights(20, 21, 2).get(0);
        Night there = new Night(0, other.night().epochMillis(), "c", new TreeMap<>(Map.of("cpu.model", "another")));
        history.append(List.of(new StoredNight("other", there, other.results())));

        assertThat(history.heads()).hasSize(21);
        assertThat(history.history().nights()).hasSize(1);
    }

    @Test
    void writers_atOnce_storeEachNightOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            int from = 20 * round;
            CompletableFuture<Integer> one =
                    CompletableFuture.supplyAsync(() -> history.append(nights(from, from + 15, 40)));
            CompletableFuture<Integer> two =
                    CompletableFuture.supplyAsync(() -> history.append(nights(from + 5, from + 20, 40)));

            assertThat(one.get(60, TimeUnit.SECONDS) + two.get(60, TimeUnit.SECONDS))
                    .isEqualTo(20);
        }
        List<StoredNight> all = history.nights();
        assertThat(all).hasSize(200).extracting(StoredNight::id).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(night -> assertThat(night.results()).hasSize(40));
    }

    @Test
    void connection_lostAtAnyByte_leavesNothingHalfWritten_andCanBeRepeated() throws Exception {
        history.append(nights(0, 3, 40));
        Random random = new Random(5);
        int lost = 0;
        for (int i = 0; i < 40; i++) {
            List<StoredNight> more = nights(3 + i, 4 + i, 40);
            try (CutConnection way = new CutConnection(server.port(), 200 + random.nextInt(25_000))) {
                DatabaseHistory through =
                        new DatabaseHistory(new DatabasePlace(Postgres.url(way.port()), Postgres.owner()));
                int before = history.heads().size();
                try {
                    through.append(more);
                } catch (BadInputException e) {
                    lost++;
                    assertThat(String.valueOf(e.getMessage()).lines()).hasSize(1);
                    assertThat(e.getMessage()).doesNotContain(Postgres.PASSWORD);
                    assertThat(history.heads().size()).isBetween(before, before + 1);
                }
            }
            history.append(more);
        }
        assertThat(lost).isBetween(5, 39);
        List<StoredNight> all = history.nights();
        assertThat(all).hasSize(43);
        assertThat(all).allSatisfy(night -> assertThat(night.results()).hasSize(40));
    }

    @Test
    void role_thatMayOnlyInsert_writesNights_andIsToldThatItMayNotJudge() throws Exception {
        server.sql(
                "drop role if exists writer",
                "create role writer login password 'w'",
                "grant insert on night, series, result to writer");
        DatabaseHistory writer = server.history(Map.of("PGUSER", "writer", "PGPASSWORD", "w"));

        writer.requireWritable();
        assertThat(writer.append(nights(0, 2, 3))).isEqualTo(2);
        assertThat(writer.append(nights(1, 3, 3))).isEqualTo(1);

        assertThat(history.nights()).hasSize(3);
        assertThatThrownBy(writer::history)
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("permission denied")
                .hasMessageContaining("have the owner grant it");
        server.sql("revoke insert on result from writer");
        assertThatThrownBy(writer::requireWritable)
                .hasMessageContaining("expected a role that may insert into night, series and result");
        server.sql("drop owned by writer");
    }

    @Test
    void password_fromTheFileOfPsql_letsIn() throws Exception {
        Path file = Files.writeString(
                folder.resolve("pgpass"),
                "127.0.0.1:" + server.port() + ":*:" + Postgres.OWNER + ":" + Postgres.PASSWORD + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        System.setProperty("org.postgresql.pgpassfile", file.toString());
        try {
            assertThat(server.history(Map.of("PGUSER", Postgres.OWNER)).heads()).isEmpty();
        } finally {
            System.clearProperty("org.postgresql.pgpassfile");
        }
    }

    @Test
    void password_thatIsWrong_isOneLineWithoutIt() {
        DatabaseHistory stranger = server.history(Map.of("PGUSER", Postgres.OWNER, "PGPASSWORD", "wrong-secret"));

        assertThatThrownBy(stranger::heads)
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("password authentication failed")
                .hasMessageContaining("PGPASSWORD, or in ~/.pgpass")
                .hasMessageNotContaining("wrong-secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/db?user=a&password=hidden",
                "jdbc:postgresql://a:hidden@host/db",
                "jdbc:postgresql://host/db?Password=hidden",
                "jdbc:mysql://host/db"
            })
    void place_withAPasswordOrOfAnotherKind_isRefusedWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> new DatabasePlace(url, Map.of()))
                .isInstanceOf(BadInputException.class)
                .hasMessageNotContaining("hidden");
    }

    @Test
    void database_thatIsNotPrepared_saysWhatToDo() throws Exception {
        server.sql("drop schema public cascade", "create schema public");

        assertThatThrownBy(history::heads)
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("found none; scripts/history prepare --history " + history.place());
    }

    @Test
    void server_thatIsNotThere_isOneLine() throws Exception {
        try (CutConnection closed = new CutConnection(server.port(), 0)) {
            DatabaseHistory nobody =
                    new DatabaseHistory(new DatabasePlace(Postgres.url(closed.port()), Postgres.owner()));
            assertThatThrownBy(nobody::heads).isInstanceOf(BadInputException.class);
        }
    }

    /** {@code -Devenkeel.year=1000} prints what the docs quote. */
    @Test
    void year_ofBenchmarks_isWhatItWasInAFolder() {
        List<StoredNight> nights = nights(0, 365, BENCHMARKS);
        long start = System.nanoTime();
        history.append(nights);
        long written = System.nanoTime();
        History read = history.history();
        long transferred = System.nanoTime();
        HistoryVerdict verdict = HistoryJudge.judge(read);
        long judged = System.nanoTime();

        System.out.printf(
                Locale.ROOT,
                "%d nights of %d benchmarks: written in %.2f s, read in %.2f s, judged in %.2f s%n",
                365,
                BENCHMARKS,
                (written - start) / 1e9,
                (transferred - written) / 1e9,
                (judged - transferred) / 1e9);
        HistoryStore files = new HistoryStore(folder);
        files.append(nights);
        assertThat(verdict.alarms())
                .hasSameSizeAs(HistoryJudge.judge(files.history()).alarms());
        assertThat(read.lives()).hasSize(BENCHMARKS);
    }
}
