package org.evenkeel.hotpaths.analysis;

/**
 * What the spectrum of a clip looks like, in four numbers.
 *
 * @param rms root mean square of the samples, as a fraction of full scale
 * @param centroidHz mean frequency, weighted by power
 * @param rolloffHz the frequency below which 85 % of the power lies
 * @param flatness geometric over arithmetic mean of the power in the bins: 0 for a tone, towards 1 for white noise
 */
record SpectralFeatures(double rms, double centroidHz, double rolloffHz, double flatness) {

    /** The share of the power that lies below {@link #rolloffHz}. */
    static final double ROLLOFF_SHARE = 0.85;
}
