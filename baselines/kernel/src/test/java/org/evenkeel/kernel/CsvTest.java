package org.evenkeel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void cells_asRfc4180HasThem_areRead() {
        assertThat(Csv.cells("aaa,b bb,ccc")).hasValue(List.of("aaa", "b bb", "ccc"));
        assertThat(Csv.cells("\"aaa\",\"b\"\"bb\",\"c,c\nc\"")).hasValue(List.of("aaa", "b\"bb", "c,c\nc"));
        assertThat(Csv.cells("a,\"\",")).hasValue(List.of("a", "", ""));
        assertThat(Csv.cells("a,\"\"\"\"")).hasValue(List.of("a", "\""));
        assertThat(Csv.cells("a,b\"c\",d")).hasValue(List.of("a", "b\"c\"", "d"));
        assertThat(Csv.cells("")).hasValue(List.of(""));
        assertThat(Csv.cells("a,\"b")).isEmpty();
        assertThat(Csv.cells("a,\"b\"\"")).isEmpty();
    }

    @Test
    void cells_thatWereWritten_areReadAsTheyWere() {
        Random random = new Random(7);
        for (int line = 0; line < 2000; line++) {
            List<String> cells = new ArrayList<>();
            for (int cell = 0; cell < 4; cell++) {
                cells.add(drawn(random));
            }
            String text = cells.stream().map(Csv::cell).collect(Collectors.joining(","));

            assertThat(Csv.cells(text)).as(text).hasValue(cells);
        }
    }

    private static String drawn(Random random) {
        return random.ints(random.nextInt(6), 0, 8)
                .mapToObj(letter -> String.valueOf("a\",\n; =b".charAt(letter)))
                .collect(Collectors.joining());
    }

    @Test
    void cell_whatWouldEndIt_isQuoted() {
        assertThat(Csv.cell("")).isEmpty();
        assertThat(Csv.cell("Json.parse(size=10)")).isEqualTo("Json.parse(size=10)");
        assertThat(Csv.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(Csv.cell("a \"b\"")).isEqualTo("\"a \"\"b\"\"\"");
        assertThat(Csv.cell("a\nb")).isEqualTo("\"a\nb\"");
        assertThat(Csv.cell("a\rb")).isEqualTo("\"a\rb\"");
    }
}
