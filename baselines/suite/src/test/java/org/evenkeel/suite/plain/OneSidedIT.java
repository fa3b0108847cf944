package org.evenkeel.suite.plain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.evenkeel.suite.ForeignShop;
import org.evenkeel.suite.Jars;
import org.evenkeel.suite.Jars.Ended;
import org.evenkeel.suite.SumRepository;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only one of two sides has: it is named, and what is gone has to be accepted. */
@Tag("long")
@Tag("commands")
class OneSidedIT {

    @TempDir
    Path folder;

    @Test
    void check_ofAJmhJar_namesWhatOnlyTheBaseHas_andIsGreenWhereItMayGo() throws Exception {
        String before = ForeignShop.before(folder.resolve("before.jar")).toString();
        String now = ForeignShop.renamed(folder.resolve("now.jar")).toString();
        String[] jars = {"--benchmarks", now, "--base-benchmarks", before};

        Ended open = evenkeel("check --benchmark (LabelBench|TitleBench|ShopBench.total) --no-leakcheck --out a", jars);

        assertThat(open.status()).as(open.toString()).isEqualTo(4);
        assertThat(open.out())
                .contains("  org.acme.LabelBench.label: gone, only the base has it.")
                .contains("? open: org.acme.LabelBench.label: only the base has it")
                .contains("  org.acme.TitleBench.label: new, and so compared with nothing.")
                .contains("org.acme.ShopBench.total{items=3}: same code.");
        assertThat(new ObjectMapper()
                        .readTree(Files.readString(folder.resolve("a/comparison.json")))
                        .get("paths"))
                .anySatisfy(path -> assertThat(path.get("judged").asText()).isEqualTo("GONE"))
                .anySatisfy(path -> assertThat(path.get("judged").asText()).isEqualTo("ADDED"));

        Ended accepted = evenkeel(
                "check --benchmark (LabelBench|TitleBench|ShopBench.total) --no-leakcheck --out b"
                        + " --accept-removed LabelBench",
                jars);

        assertThat(accepted.status()).as(accepted.toString()).isZero();
        assertThat(accepted.out()).contains("  org.acme.LabelBench.label: gone, as accepted.");

        Ended others = evenkeel("check --benchmark ShopBench.total --no-leakcheck --out c", jars);

        assertThat(others.status()).as(others.toString()).isZero();
        assertThat(others.out()).doesNotContain("LabelBench");
    }

    @Test
    void ab_addedBenchmarkIsNamedAndHoldsNothing_removedOneHasToBeAccepted() throws Exception {
        String before = ForeignShop.before(folder.resolve("before.jar")).toString();
        String now = ForeignShop.renamed(folder.resolve("now.jar")).toString();
        String shape = "--warmup 100ms --measure 200ms --busy 100% --min-effect 80% --margin 95% --budget 60s --out ";

        Ended open = evenkeel(
                "ab --benchmark (LabelBench|TitleBench|ShopBench.total) " + shape + "a",
                "--base-jar",
                before,
                "--jar",
                now);

        assertThat(open.status()).as(open.toString()).isEqualTo(4);
        assertThat(open.out())
                .contains("Gone, and so not compared: LabelBench.label avgt t=1 (--accept-removed REGEX")
                .contains("Renamed? LabelBench.label avgt t=1 may be TitleBench.label avgt t=1 now.")
                .contains("New, and so compared with nothing: TitleBench.label avgt t=1.");

        Ended accepted = evenkeel(
                "ab --benchmark (LabelBench|ShopBench.total) --accept-removed LabelBench " + shape + "b",
                "--base-jar",
                before,
                "--jar",
                now);

        assertThat(accepted.status()).as(accepted.toString()).isZero();
        assertThat(accepted.out()).contains("Gone, as accepted: LabelBench.label avgt t=1.");

        Ended added = evenkeel(
                "ab --benchmark (TitleBench|ShopBench.total) " + shape + "c", "--base-jar", before, "--jar", now);

        assertThat(added.status()).as(added.toString()).isZero();
        assertThat(added.out()).contains("New, and so compared with nothing: TitleBench.label avgt t=1.");
    }

    @Test
    void check_ofHotPaths_namesTheOneThatOnlyOneSideHas() throws Exception {
        SumRepository repository = new SumRepository(Files.createDirectory(folder.resolve("repository")));
        repository.commit("first", 100, false);
        String coupons = Jars.EXAMPLE.toString();
        String both = coupons + File.pathSeparator + repository.build();

        String shape = "check --no-leakcheck --form single --budget 10s --busy 100% --out ";

        Ended gone = evenkeel(shape + "a", "--classpath", coupons, "--base-classpath", both);

        assertThat(gone.status()).as(gone.toString()).isEqualTo(4);
        assertThat(gone.out()).contains("  sum: gone, only the base has it.");

        Ended accepted = evenkeel(shape + "b --accept-removed ^sum$", "--classpath", coupons, "--base-classpath", both);

        assertThat(accepted.out()).contains("  sum: gone, as accepted.");

        Ended added = evenkeel(shape + "c", "--classpath", both, "--base-classpath", coupons);

        assertThat(added.out()).contains("  sum: new, and so compared with nothing.");
    }

    private Ended evenkeel(String arguments, String... more) throws IOException, InterruptedException {
        String[] all =
                Stream.concat(Stream.of(arguments.split(" ")), Stream.of(more)).toArray(String[]::new);
        return Jars.run(folder, Jars.BASELINES, all);
    }
}
