package org.evenkeel.suite.why;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.suite.ForeignShop;
import org.evenkeel.suite.Jars;
import org.evenkeel.suite.Jars.Ended;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a stranger's benchmark got worse, from two jars. */
@Tag("long")
@Tag("commands")
class WhyIT {

    @TempDir
    Path folder;

    @Test
    void why_ofMoreBytes_namesTheFrameThatWasEdited() throws Exception {
        Path before = ForeignShop.before(folder.resolve("before.jar"));
        Path after = ForeignShop.after(folder.resolve("after.jar"));

        Ended why = why(before, after, "--benchmark", "(ShopBench.receipt|LabelBench.label)", "--out", "run");

        assertThat(why.status()).as(why.toString()).isEqualTo(1);
        assertThat(why.err()).contains("1 benchmark can reach code that differs");
        assertThat(why.out())
                .contains("ShopBench.receipt(items=3), 1 thread: ")
                .contains("  Basket.printed  ")
                .contains("changed, Basket.java lines ");
        JsonNode json = new ObjectMapper().readTree(Files.readString(folder.resolve("run/why.json")));
        JsonNode explained = json.get("explanations").get(0);
        assertThat(explained.get("events")).anySatisfy(event -> {
            assertThat(event.get("event").asText()).isEqualTo("alloc");
            JsonNode first = event.get("frames").get(0);
            assertThat(first.get("frame").asText()).isEqualTo("org.acme.Basket.printed");
            assertThat(first.get("change").asDouble()).isBetween(600.0, 1_300.0);
            assertThat(first.get("edit").asText()).isEqualTo("changed");
            assertThat(folder.resolve("run").resolve(event.get("flameGraph").asText()))
                    .isNotEmptyFile();
        });
        assertThat(folder.resolve("run/why.html")).content().contains("org.acme.Basket.printed");
    }

    @Test
    void why_ofTheSameCode_hasNothingToExplain() throws Exception {
        Path jar = ForeignShop.before(folder.resolve("before.jar"));

        Ended why = why(jar, jar, "--benchmark", "ShopBench.receipt", "--out", "run");

        assertThat(why.status()).as(why.toString()).isZero();
        assertThat(why.out()).contains("the same code, as far as what was asked for can reach it");
    }

    @Test
    void badInput_isOneLine() throws Exception {
        Ended none = Jars.run(folder, Jars.BASELINES, "why", "nowhere.jar");

        assertThat(none.status()).as(none.toString()).isEqualTo(2);
        assertThat(none.err())
                .contains("nowhere.jar: expected a JMH jar, or a commit, branch or tag, found no such file")
                .doesNotContain("\tat ");
        Ended noRepository = Jars.run(folder, Jars.BASELINES, "why", "main");

        assertThat(noRepository.status()).as(noRepository.toString()).isEqualTo(2);
        assertThat(noRepository.err()).contains("main: expected a git repository, found none around");
    }

    private Ended why(Path before, Path after, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("why", before.toString(), after.toString()));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--profile", "smoke", "--forks", "2", "--budget", "150s", "--busy", "100%"));
        return Jars.run(folder, Jars.BASELINES, arguments.toArray(String[]::new));
    }
}
