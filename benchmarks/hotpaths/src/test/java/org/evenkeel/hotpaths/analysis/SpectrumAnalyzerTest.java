package org.evenkeel.hotpaths.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrumAnalyzerTest {

    private static final double RATE_HZ = 16_000;
    private static final double BIN_HZ = RATE_HZ / SpectrumAnalyzer.FRAME;

    private final SpectrumAnalyzer analyzer = new SpectrumAnalyzer(RATE_HZ);

    @ParameterizedTest
    @ValueSource(ints = {0, 67, 133, 199})
    void analyze_clipOfTheChime_agreesWithADiscreteFourierTransformByDefinition(int clip) {
        DoubleBuffer samples = Recording.chime().clip(clip, 200);

        SpectralFeatures found = analyzer.analyze(samples);

        double[] power = powerByDefinition(samples);
        double total = Arrays.stream(power).sum();
        double centroid = 0;
        double logs = 0;
        for (int bin = 0; bin < power.length; bin++) {
            centroid += bin * BIN_HZ * power[bin] / total;
            logs += Math.log(power[bin]) / power.length;
        }
        assertThat(found.centroidHz()).isCloseTo(centroid, within(1e-6));
        assertThat(found.flatness()).isCloseTo(Math.exp(logs) / (total / power.length), within(1e-9));
        int rolloff = (int) Math.round(found.rolloffHz() / BIN_HZ);
        assertThat(Arrays.stream(power, 0, rolloff + 1).sum()).isGreaterThanOrEqualTo(0.85 * total * (1 - 1e-12));
        assertThat(Arrays.stream(power, 0, rolloff).sum()).isLessThan(0.85 * total * (1 + 1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {500, 1234.5, 7000})
    void analyze_tone_isAllAtItsFrequency(double toneHz) {
        SpectralFeatures found = analyzer.analyze(clip(4096, i -> 0.5 * Math.sin(2 * Math.PI * toneHz * i / RATE_HZ)));

        assertThat(found.centroidHz()).isCloseTo(toneHz, within(BIN_HZ / 10));
        assertThat(found.rolloffHz()).isCloseTo(toneHz, within(2 * BIN_HZ));
        assertThat(found.flatness()).isLessThan(1e-3);
        assertThat(found.rms()).isCloseTo(0.5 / Math.sqrt(2), within(2e-3));
    }

    @Test
    void analyze_whiteNoise_isFlatAndCentred() {
        SplittableRandom random = new SplittableRandom(1);

        SpectralFeatures found = analyzer.analyze(clip(256 * 1024, i -> random.nextDouble(-1, 1)));

        assertThat(found.centroidHz()).isCloseTo(RATE_HZ / 4, within(50.0));
        assertThat(found.rolloffHz()).isCloseTo(0.85 * RATE_HZ / 2, within(100.0));
        assertThat(found.flatness()).isBetween(0.99, 1.0);
        assertThat(found.rms()).isCloseTo(1 / Math.sqrt(3), within(2e-3));
    }

    @Test
    void analyze_sameSoundAtHalfTheVolume_differsInRmsOnly() {
        DoubleBuffer loud = Recording.chime().clip(20, 200);

        SpectralFeatures found = analyzer.analyze(clip(loud.limit(), i -> loud.get(i) / 2));

        SpectralFeatures whole = analyzer.analyze(loud);
        // Half is exact in binary, and so is its quarter in every bin but for what the logarithm rounds.
        assertThat(found.rms()).isEqualTo(whole.rms() / 2);
        assertThat(found.centroidHz()).isEqualTo(whole.centroidHz());
        assertThat(found.rolloffHz()).isEqualTo(whole.rolloffHz());
        assertThat(found.flatness()).isCloseTo(whole.flatness(), within(1e-12));
    }

    @Test
    void analyze_silence_isRefused() {
        assertThatThrownBy(() -> analyzer.analyze(clip(1024, i -> 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("silence");
    }

    @Test
    void analyze_lessThanAFrame_isRefused() {
        assertThatThrownBy(() -> analyzer.analyze(clip(1023, i -> 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1024 samples, found 1023");
    }

    private static DoubleBuffer clip(int length, IntToDoubleFunction sample) {
        double[] samples = new double[length];
        Arrays.setAll(samples, sample);
        return DoubleBuffer.wrap(samples);
    }

    /** Sums |DFT|^2 over frames of 1,024 that start every 512 samples, each term as the textbook writes it. */
    private static double[] powerByDefinition(DoubleBuffer samples) {
        int n = 1024;
        double[] power = new double[n / 2 + 1];
        for (int start = 0; start + n <= samples.limit(); start += n / 2) {
            for (int k = 0; k < power.length; k++) {
                double re = 0;
                double im = 0;
                for (int i = 0; i < n; i++) {
                    double windowed = samples.get(start + i) * Math.pow(Math.sin(Math.PI * i / n), 2);
                    double angle = 2 * Math.PI * ((long) i * k % n) / n;
                    re += windowed * Math.cos(angle);
                    im -= windowed * Math.sin(angle);
                }
                power[k] += re * re + im * im;
            }
        }
        return power;
    }
}
