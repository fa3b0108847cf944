package org.evenkeel.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void render_nameWithALineBreak_forgesNoLine() {
        String text = TextTable.render(
                List.of(List.of("benchmark", "why"), List.of("a\nEQUIVALENT: nothing wrong", "x\u001b[2J\u202e")));

        assertThat(text.lines()).hasSize(2);
        assertThat(text).contains("a\\nEQUIVALENT").contains("x\\u001b[2J\\u202e");
    }

    @Test
    void render_nameOfTenThousandCharacters_isCutInItsMiddle() {
        String text = TextTable.render(List.of(List.of("b" + "x".repeat(10_000) + "e", "why"), List.of("c", "")));

        assertThat(text.lines().toList().get(0))
                .hasSizeLessThan(200)
                .startsWith("bx")
                .contains("…")
                .contains("xe  why");
    }
}
