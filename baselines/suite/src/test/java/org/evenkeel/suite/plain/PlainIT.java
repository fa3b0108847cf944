package org.evenkeel.suite.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.suite.ForeignShop;
import org.evenkeel.suite.Jars;
import org.evenkeel.suite.Jars.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands do with the JMH jar of a stranger, in which there is nothing of this project. */
@Tag("long")
@Tag("commands")
class PlainIT {

    private static final int NO_HISTORY_YET = 3;

    @TempDir
    Path folder;

    private Path before = Path.of("");
    private Path after = Path.of("");

    @BeforeEach
    void jars() throws IOException {
        before = ForeignShop.before(folder.resolve("before.jar"));
        after = ForeignShop.after(folder.resolve("after.jar"));
    }

    @Test
    void profile_ofTwoJars_namesTheFrameThatGotMoreExpensive() throws Exception {
        Ended ended = evenkeel(
                "profile --benchmark ShopBench.receipt --event alloc --no-cost --forks 2 --profile smoke --out run",
                "--benchmarks",
                after.toString(),
                "--base-benchmarks",
                before.toString());

        assertThat(ended.status()).as(ended.toString()).isZero();
        List<String> lines = ended.out().lines().toList();
        assertThat(lines.get(0)).isEqualTo("ShopBench.receipt(items=3)");
        int title = lines.indexOf("Frames that got more expensive:");
        assertThat(title).as(ended.out()).isPositive();
        assertThat(lines.get(title + 2)).startsWith("*").endsWith("org.acme.Basket.printed");
        assertThat(folder.resolve("run/difference-alloc.html")).isNotEmptyFile();
        assertThat(folder.resolve("run/here-alloc.html")).isNotEmptyFile();
    }

    @Test
    void profile_ofSeveralBenchmarks_isRefused() throws Exception {
        Ended ended = evenkeel("profile --benchmark ShopBench --jar", after.toString());

        assertThat(ended.status()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.err())
                .contains(
                        "expected one benchmark that matches --benchmark ShopBench, found 4: ShopBench.fails(items=3)")
                .doesNotContain("\tat ");
    }

    @Test
    void check_measuresWhatCanReachTheChange_andLeavesTheRestAlone() throws Exception {
        Ended ended = evenkeel(
                "check --benchmark (ShopBench.total|LabelBench.label) --no-leakcheck --budget 60s --busy 100% --out run",
                "--benchmarks", after.toString(), "--base-benchmarks", before.toString());

        assertThat(ended.status()).as(ended.toString()).isEqualTo(1);
        assertThat(ended.out())
                .contains("org.acme.LabelBench.label: same code. None of the ")
                .contains(
                        "org.acme.ShopBench.total{items=3}: measured in turn, because org.acme.Basket differs. It got worse.")
                .contains("ShopBench.total(items=3), 1 thread is slower, time per operation +")
                .contains("One thing is wrong.");
        assertThat(folder.resolve("run/report.html")).content().contains("ShopBench.total");
        assertThat(folder.resolve("run/jmh.json")).content().contains("org.acme.ShopBench.total");
        assertThat(folder.resolve("run/junit.xml")).isNotEmptyFile();
    }

    @Test
    void check_ofWhatKeepsEveryOperation_isALeak_andOfWhatKeepsNothing_isNone() throws Exception {
        String common = "check --benchmark ShopBench.%s --profile smoke --out %s";
        String[] jars = {"--benchmarks", before.toString(), "--base-benchmarks", before.toString()};

        Ended leaks = evenkeel(common.formatted("keeps", "leaks"), jars);

        assertThat(leaks.status()).as(leaks.toString()).isEqualTo(1);
        assertThat(leaks.out())
                .contains("ShopBench.keeps(items=3): GROWING.")
                .contains("org.acme.ShopBench.keeps{items=3}: same code. None of the ");
        assertThat(folder.resolve("leaks/leakcheck.json")).content().contains("ShopBench.keeps(items=3)");

        Ended clean = evenkeel(common.formatted("receipt", "clean"), jars);

        assertThat(clean.status()).as(clean.toString()).isZero();
        assertThat(clean.out()).contains("ShopBench.receipt(items=3): STEADY.");
    }

    @Test
    void check_recordsABaselineWithItsCode_andMeasuresTheNextJarInTurnWithIt() throws Exception {
        Ended recorded = evenkeel(
                "check --benchmark ShopBench.receipt --profile smoke --no-leakcheck --record --force --store store --out first",
                "--benchmarks",
                before.toString());

        assertThat(recorded.out()).as(recorded.toString()).contains("Recorded: ");

        Ended checked = evenkeel(
                "check --benchmark ShopBench.receipt --profile smoke --no-leakcheck --busy 100% --budget 150s --store store --out next",
                "--benchmarks", after.toString());

        assertThat(checked.status()).as(checked.toString()).isEqualTo(1);
        assertThat(checked.out())
                .contains("measured in turn, because org.acme.Basket differs")
                .contains("ShopBench.receipt(items=3), 1 thread allocates more");
    }

    @Test
    void bench_measuresInTheModeOfEachBenchmark_andTheFolderCanBeRecorded() throws Exception {
        Ended bench = evenkeel(
                "bench --benchmark (LabelBench.label|ShopBench.receipt) --profile smoke --out run",
                "--jar",
                before.toString());

        assertThat(bench.status()).as(bench.toString()).isZero();
        assertThat(folder.resolve("run/jmh.json"))
                .content()
                .contains("\"mode\" : \"avgt\"")
                .contains("\"mode\" : \"thrpt\"")
                .contains("gc.alloc.rate.norm");

        Ended record = evenkeel("baseline record mine run --store store");

        assertThat(record.status()).as(record.toString()).isZero();
        Ended same = evenkeel("compare mine run --store store");
        assertThat(same.status()).as(same.toString()).isIn(0, 4);
    }

    @Test
    void nightly_keepsTheNight_andNamesTheBenchmarkThatIsBroken() throws Exception {
        Ended night = evenkeel(
                "nightly --benchmark ShopBench.(receipt|fails) --profile smoke --history history --no-leakcheck --out night",
                "--benchmarks",
                before.toString());

        assertThat(night.status()).as(night.toString()).isEqualTo(1);
        assertThat(night.out())
                .contains("ShopBench.fails(items=3) thrpt t=1 is broken")
                .contains("out of stock");
        assertThat(folder.resolve("night/report.html")).content().contains("ShopBench.receipt");

        Ended second = evenkeel(
                "nightly --benchmark ShopBench.receipt --profile smoke --history history --no-leakcheck --out second",
                "--benchmarks",
                before.toString());

        assertThat(second.status()).as(second.toString()).isIn(NO_HISTORY_YET, 4);
        assertThat(second.out()).contains("The history of this machine: 2 nights");
    }

    @Test
    void badInput_isOneLine() throws Exception {
        assertRefused("check --benchmark nowhere", "expected a benchmark that matches --benchmark nowhere, found none");
        assertRefused(
                "check --benchmark ShopBench --path sum", "expected --benchmark, or --path and --form, found both");
        assertRefused("check --param a=b --path planted", "--param: expected --benchmark beside it");
        assertRefused("check --build make", "expected --benchmark beside --build");
        assertRefused("check --benchmark ShopBench --build make", "expected both --build and --built");
        assertRefused("bench --benchmark total --param none=1", "expected a parameter of these benchmarks");
    }

    private void assertRefused(String arguments, String reason) throws Exception {
        Ended ended = evenkeel(
                arguments,
                arguments.contains("--path planted")
                        ? new String[0]
                        : new String[] {"--benchmarks", before.toString()});
        assertThat(ended.status()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.err()).contains(reason).doesNotContain("\tat ");
        assertThat(Files.exists(folder.resolve("target"))).isFalse();
    }

    private Ended evenkeel(String arguments, String... more) throws IOException, InterruptedException {
        String[] all =
                Stream.concat(Stream.of(arguments.split(" ")), Stream.of(more)).toArray(String[]::new);
        return Jars.run(folder, Jars.BASELINES, all);
    }
}
