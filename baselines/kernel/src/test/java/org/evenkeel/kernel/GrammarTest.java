package org.evenkeel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {

    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "90s, PT1M30S",
        "90, PT1M30S",
        "1.5m, PT1M30S",
        "2 min, PT2M",
        "1m30s, PT1M30S",
        "2h, PT2H",
        "1H5M, PT1H5M",
        "1s500ms, PT1.5S",
        "0s, PT0S",
        " 10m , PT10M"
    })
    void duration_anyWayOfWritingIt_isRead(String text, Duration time) {
        assertThat(Grammar.duration("--budget", text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "soon", "-5s", "5d", "1e3s", "5s3m", "1m1m", "s", "99999999h", "٣s", "5s x"})
    void duration_anythingElse_isRefusedInOneLine(String text) {
        assertThatThrownBy(() -> Grammar.duration("--budget", text))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("--budget " + text + ": expected a time such as 10m, 90s, 1m30s, 500ms or 2h");
    }

    @ParameterizedTest
    @CsvSource({"20%, 0.2", "20 %, 0.2", "0.2, 0.2", ".2, 0.2", "1, 1", "0, 0", "150%, 1.5", "1e-3, 0.001", " 3% , 0.03"
    })
    void share_anyWayOfWritingIt_isRead(String text, double share) {
        assertThat(Grammar.share(text)).isCloseTo(share, within(1e-15));
    }

    /** Somebody who writes 20 means 20 %, and would get 2,000 %. */
    @ParameterizedTest
    @ValueSource(strings = {"20", "1.5", "3"})
    void share_bareNumberAboveOne_isRefusedWithBothMeanings(String text) {
        assertThatThrownBy(() -> Grammar.share(text))
                .isInstanceOf(BadInputException.class)
                .hasMessage("expected a share such as 3% or 0.03, found \"" + text + "\", which could mean " + text
                        + " % or that many times as much");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "much", "-3%", "3%%", "3 percent", "1,5%"})
    void share_anythingElse_isRefusedInOneLine(String text) {
        assertThatThrownBy(() -> Grammar.share(text))
                .isInstanceOf(BadInputException.class)
                .hasMessage("expected a share such as 3% or 0.03, found \"" + text + "\"");
    }
}
