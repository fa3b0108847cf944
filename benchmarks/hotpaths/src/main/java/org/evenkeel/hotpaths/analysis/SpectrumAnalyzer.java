package org.evenkeel.hotpaths.analysis;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * Computes {@link SpectralFeatures}: the power spectrum is averaged over frames that overlap by half, each under a Hann
 * window (Welch 1967, doi:10.1109/TAU.1967.1161901).
 *
 * <p>Safe to use from many threads: the window is only read, and each call has buffers of its own. They live as long as
 * the call, so the collector gets them young; buffers that are kept for each thread would cost as much memory as there
 * are threads, used or not.
 */
class SpectrumAnalyzer {

    /** Samples in a frame; a power of two, as the transform wants. */
    static final int FRAME = 1024;

    static final int HOP = FRAME / 2;

    private final double[] window = new double[FRAME];
    private final double binHz;

    /** @param sampleRateHz samples a second of the clips to come */
    SpectrumAnalyzer(double sampleRateHz) {
        binHz = sampleRateHz / FRAME;
        Arrays.setAll(window, i -> 0.5 - 0.5 * Math.cos(2 * Math.PI * i / FRAME));
    }

    /**
     * The features of one clip.
     *
     * @param clip samples between -1 and 1, at least {@link #FRAME} of them and not all zero; its position is ignored
     */
    SpectralFeatures analyze(DoubleBuffer clip) {
        return features(clip, averagePower(clip));
    }

    /** Power of each frequency from 0 to half the sample rate, summed over the frames. */
    private double[] averagePower(DoubleBuffer clip) {
        if (clip.limit() < FRAME) {
            throw new IllegalArgumentException(
                    "expected a clip of at least " + FRAME + " samples, found " + clip.limit());
        }
        double[] power = new double[FRAME / 2 + 1];
        double[] re = new double[FRAME];
        double[] im = new double[FRAME];
        for (int start = 0; start + FRAME <= clip.limit(); start += HOP) {
            for (int i = 0; i < FRAME; i++) {
                re[i] = window[i] * clip.get(start + i);
            }
            Arrays.fill(im, 0);
            FastFourierTransformer.transformInPlace(
                    new double[][] {re, im}, DftNormalization.STANDARD, TransformType.FORWARD);
            for (int bin = 0; bin < power.length; bin++) {
                power[bin] += re[bin] * re[bin] + im[bin] * im[bin];
            }
        }
        return power;
    }

    private SpectralFeatures features(DoubleBuffer clip, double[] power) {
        double total = 0;
        double moment = 0;
        double logs = 0;
        for (int bin = 0; bin < power.length; bin++) {
            total += power[bin];
            moment += power[bin] * bin;
            logs += Math.log(power[bin]);
        }
        if (!(total > 0)) {
            throw new IllegalArgumentException("expected a clip that can be heard, found silence");
        }
        double flatness = Math.exp(logs / power.length) / (total / power.length);
        return new SpectralFeatures(rms(clip), moment / total * binHz, rolloffBin(power, total) * binHz, flatness);
    }

    private static int rolloffBin(double[] power, double total) {
        int bin = 0;
        double below = power[0];
        while (below < SpectralFeatures.ROLLOFF_SHARE * total) {
            below += power[++bin];
        }
        return bin;
    }

    private static double rms(DoubleBuffer clip) {
        double squares = 0;
        for (int i = 0; i < clip.limit(); i++) {
            squares += clip.get(i) * clip.get(i);
        }
        return Math.sqrt(squares / clip.limit());
    }
}
