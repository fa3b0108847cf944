package org.evenkeel.suite.nightly.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
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
            SortedMap<String, String> params = new TreeMap<>();
            for (int cell = 0; cell < 4; cell++) {
                cells.add(drawn(random));
                params.put("p" + cell, drawn(random));
            }
            String text = cells.stream().map(Csv::cell).collect(Collectors.joining(","));

            assertThat(Csv.cells(text)).as(text).hasValue(cells);
            assertThat(ExportedParams.read(ExportedParams.written(params))).isEqualTo(params);
        }
        assertThat(ExportedParams.written(new TreeMap<>(Map.of("a", "1", "b", "x=2"))))
                .isEqualTo("a=1;b=x=2");
        assertThat(ExportedParams.read("")).isEmpty();
    }

    private static String drawn(Random random) {
        return random.ints(random.nextInt(6), 0, 8)
                .mapToObj(letter -> String.valueOf("a\",\n; =b".charAt(letter)))
                .collect(Collectors.joining());
    }
}
