package org.evenkeel.suite.nightly.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalCursorTest {

    @Test
    void next_anyNumberOfAStore_isToTheBitWhatJavaReads() {
        Random random = new Random(127);
        for (int i = 0; i < 50_000; i++) {
            double any = Math.exp(40 * (random.nextDouble() - 0.5));
            double rounded = new BigDecimal(any)
                    .round(new MathContext(1 + random.nextInt(17)))
                    .doubleValue();
            String text = Double.toString(rounded);

            assertThat(read(text)).as(text).isEqualTo(Double.parseDouble(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "7",
                "1.",
                ".5",
                "00012.50",
                "1.0E-5",
                "1E22",
                "1E23",
                "9007199254740993",
                "123456789012345",
                "1234567890123456",
                "0.1",
                "4.35",
                "5.0E-324",
                "1.7976931348623157E308",
                "-3.5",
                "Infinity"
            })
    void next_formsOfNumbers_areWhatJavaReads(String text) {
        assertThat(read(text)).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "E5", "1E", "1e", "1.2.3", "12x", "0x", "--1", "1E9x"})
    void next_noNumber_isRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void next_severalNumbers_areReadInTurn() {
        DecimalCursor cursor = new DecimalCursor("12 3.5\n7".getBytes(StandardCharsets.US_ASCII));

        assertThat(cursor.next()).isEqualTo(12);
        assertThat(cursor.at()).isEqualTo(2);
        cursor.moveTo(3);
        assertThat(cursor.next()).isEqualTo(3.5);
        assertThat(cursor.at()).isEqualTo(6);
    }

    private static double read(String text) {
        return new DecimalCursor(text.getBytes(StandardCharsets.US_ASCII)).next();
    }
}
