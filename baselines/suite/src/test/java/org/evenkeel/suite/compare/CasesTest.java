package org.evenkeel.suite.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.evenkeel.kernel.Commands;
import org.evenkeel.suite.Evenkeel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small inputs, made up after public reports, that ended wrongly once; each with its right answer. */
class CasesTest {

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bimodal/base5         | bimodal/cur5          | 4 | 4 of 5 forks settled at more",
                "bimodal/base5         | bimodal/cur5all       | 1 | gc.alloc.rate.norm",
                "renamed/base          | renamed/cur           | 4 | Renamed? --renamed",
                "ss/0                  | ss/1                  | 4 | INCONCLUSIVE",
                "lone-fork-scatter/w0  | lone-fork-scatter/w1  | 4 | 6.780",
                "unit/base             | unit/cur              | 1 | 1 regressed, 1 equivalent",
                "unit/base             | mode/cur              | 4 | of two modes, and not compared",
                "flags/base            | flags/cur             | 4 | ForkJoinPool.common.parallelism=8",
                "05-vanished/before    | 05-vanished/after     | 4 | Gone, and so not compared: C.second",
                "05-vanished/before    | 05-vanished/empty     | 2 | holds no result",
                "05-vanished/empty     | 05-vanished/after     | 2 | holds no result",
                "07-odd-characters/before | 07-odd-characters/after | 1 | 10 regressed",
                "09-negative-and-wide/before | 09-negative-and-wide/after | 4 | invalid: a fork gave no number above 0",
            })
    void compare_endsAsIsRight(String base, String current, int status, String said) throws URISyntaxException {
        assertThat(run("compare", file(base + ".json"), file(current + ".json")))
                .isEqualTo(status);
        assertThat(out.toString() + err).contains(said).doesNotContain("\u001b", "\u0001", "Exception");
    }

    @ParameterizedTest
    @CsvSource({"leak/base, leak/cur, 0"})
    void compareOfRuns_endsAsIsRight(String base, String current, int status) throws URISyntaxException {
        assertThat(run("compare", file(base), file(current))).isEqualTo(status);
    }

    private static String file(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(CasesTest.class.getResource("cases/" + name), name)
                        .toURI())
                .toString();
    }

    private int run(String... args) {
        return Commands.run(new Evenkeel(), args, new PrintWriter(out), new PrintWriter(err));
    }
}
