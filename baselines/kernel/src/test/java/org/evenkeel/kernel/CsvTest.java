package org.evenkeel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvTest {

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
