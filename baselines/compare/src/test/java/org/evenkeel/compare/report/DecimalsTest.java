package org.evenkeel.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rounded numbers against {@link BigDecimal} and {@link String#format}. */
class DecimalsTest {

    private static final double[] EDGES = {
        0,
        -0.0,
        1,
        9.9995,
        9999.5,
        99995,
        0.00099995,
        1e-7,
        1e-300,
        1e300,
        1e15,
        0.1,
        0.25,
        2.5,
        1234.5,
        12345,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        999.9999999999,
        1000,
        123456789012.5
    };

    @Test
    void rounded_anyNumber_isWhatBigDecimalGives() {
        eachNumber(value -> {
            for (int digits : new int[] {1, 4, 6, 10}) {
                double expected =
                        new BigDecimal(value).round(new MathContext(digits)).doubleValue();
                assertThat(Decimals.rounded(value, digits))
                        .as(value + " to " + digits)
                        .isEqualTo(expected);
            }
        });
    }

    @Test
    void digits_anyNumber_areThoseOfBigDecimal() {
        eachNumber(value -> {
            BigDecimal rounded = new BigDecimal(value).round(new MathContext(4));
            String expected = value == 0
                    ? "0"
                    : rounded.setScale(Math.max(0, 4 - (rounded.precision() - rounded.scale())))
                            .toPlainString();
            assertThat(Decimals.digits(value, 4)).as("%s", value).isEqualTo(expected);
        });
    }

    @Test
    void fixed_anyNumber_isAsFormatted() {
        eachNumber(value -> {
            if (Math.copySign(1, value) > 0 && value < 1e15) {
                assertThat(Decimals.fixed(value, 1))
                        .as("%s", value)
                        .isEqualTo(String.format(Locale.ROOT, "%.1f", value));
                assertThat(Decimals.fixed(value, 0)).isEqualTo(String.format(Locale.ROOT, "%.0f", value));
                assertThat(Decimals.fixed(value, 3)).isEqualTo(String.format(Locale.ROOT, "%.3f", value));
            }
        });
    }

    private static void eachNumber(java.util.function.DoubleConsumer check) {
        for (double edge : EDGES) {
            check.accept(edge);
        }
        Random random = new Random(53);
        for (int i = 0; i < 20_000; i++) {
            double value = Math.exp(30 * random.nextGaussian());
            check.accept(random.nextBoolean() ? value : -value);
            check.accept(random.nextInt(100_000) / 1000.0);
        }
    }
}
