package org.evenkeel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @ParameterizedTest
    @CsvSource({
        "plain text, plain text",
        "µs und 中文 😀, µs und 中文 😀",
        "'a\u001b]0;title\u0007b', 'a\\u001b]0;title\\u0007b'",
        "'a\u202eb', 'a\\u202eb'",
        "'a\u2028b', 'a\\u2028b'",
    })
    void line_shownAsItIs_orVisible(String text, String shown) {
        assertThat(PlainText.line(text)).isEqualTo(shown);
    }

    @Test
    void line_lineBreaks_areNone() {
        assertThat(PlainText.line("one\r\ntwo\tthree")).isEqualTo("one\\r\\ntwo\\tthree");
    }

    @Test
    void line_tooLong_keepsItsEnds() {
        assertThat(PlainText.line("a".repeat(50) + "z".repeat(50), 30))
                .hasSize(30)
                .startsWith("aaa")
                .endsWith("zzz");
    }

    @Test
    void visible_keepsLinesAndShowsTheRest() {
        StringWriter to = new StringWriter();
        PrintWriter writer = new PrintWriter(PlainText.visible(to));

        writer.print("a\n\tb\u001b[31m");
        writer.write('\u0007');
        writer.print(new char[] {'c', '\u202e', 'd'});
        writer.flush();

        assertThat(to).hasToString("a\n\tb\\u001b[31m\\u0007c\\u202ed");
    }

    @Test
    void name_thatIsLong_isCutToWhatStaysApart() {
        String one = "a".repeat(5_000) + "1" + "z".repeat(5_000);
        String other = "a".repeat(5_000) + "2" + "z".repeat(5_000);

        assertThat(PlainText.name(one)).hasSizeLessThan(320).startsWith("aaa").endsWith("zzz");
        assertThat(PlainText.name(one)).isNotEqualTo(PlainText.name(other));
        assertThat(PlainText.name("a".repeat(300))).isEqualTo("a".repeat(300));
        assertThat(PlainText.name("one\ntwo")).isEqualTo("one\\ntwo");
    }
}
