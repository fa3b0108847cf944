package org.evenkeel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** On what a command has for standard error: a writer that shows control characters. */
class ProgressLineTest {

    private final StringWriter seen = new StringWriter();
    private final PrintWriter err = new PrintWriter(PlainText.visible(seen), true);

    @Test
    void show_onATerminal_writesTheLineOver_fiveTimesASecondAtTheMost() {
        ProgressLine line = new ProgressLine(err, true, 5);

        line.show(0, () -> "one");
        line.show(0.1, () -> "too soon");
        line.show(0.2, () -> "two");
        line.end();
        line.end();

        assertThat(seen).hasToString("\r\033[Kone\r\033[Ktwo\r\033[K");
    }

    @Test
    void show_elsewhere_isALineNowAndThen() {
        ProgressLine line = new ProgressLine(err, false, 5);

        line.show(0, () -> "one");
        line.show(4.9, () -> "too soon");
        line.show(5, () -> "two");
        line.begin();
        line.show(5.1, () -> "of the next");
        line.end();

        assertThat(seen.toString().lines()).containsExactly("one", "two", "of the next");
    }

    @Test
    void show_namesThatMoveTheCursor_areShownAsWhatTheyAre() {
        new ProgressLine(err, true, 5).show("a\r\033[Kb\nc");
        err.print("\r\033[K" + "d");

        assertThat(seen).hasToString("\r\033[Ka\\r\\u001b[Kb\\nc\\r\\u001b[Kd");
    }
}
