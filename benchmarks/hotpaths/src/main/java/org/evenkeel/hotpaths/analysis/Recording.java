package org.evenkeel.hotpaths.analysis;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.ShortBuffer;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * A piece of recorded sound, and the clips that can be cut out of it. The clips overlap: they are many views of one
 * array. Immutable.
 */
final class Recording {

    /** Samples in a clip: about a quarter of a second, seven frames. */
    static final int CLIP_LENGTH = 4 * SpectrumAnalyzer.FRAME;

    private static final double FULL_SCALE = 1 << 15;

    private final double sampleRateHz;
    private final DoubleBuffer samples;

    private Recording(double sampleRateHz, double[] samples) {
        this.sampleRateHz = sampleRateHz;
        this.samples = DoubleBuffer.wrap(samples).asReadOnlyBuffer();
    }

    /** The chime that ships with this package; where it comes from stands in {@code chime.README.txt}. */
    static Recording chime() {
        try (InputStream file = Recording.class.getResourceAsStream("chime.wav")) {
            if (file == null) {
                throw new IllegalStateException("expected chime.wav beside " + Recording.class.getName()
                        + ", found none; the jar is not whole");
            }
            return read(AudioSystem.getAudioInputStream(new BufferedInputStream(file)));
        } catch (IOException | UnsupportedAudioFileException e) {
            throw new IllegalStateException("chime.wav cannot be read; the jar is not whole", e);
        }
    }

    private static Recording read(AudioInputStream audio) throws IOException, UnsupportedAudioFileException {
        AudioFormat format = audio.getFormat();
        if (format.getChannels() != 1 || format.getSampleSizeInBits() != Short.SIZE || format.isBigEndian()) {
            throw new UnsupportedAudioFileException("expected one channel of 16 bits, low byte first, found " + format);
        }
        ShortBuffer pcm = ByteBuffer.wrap(audio.readAllBytes())
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        double[] samples = new double[pcm.remaining()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = pcm.get(i) / FULL_SCALE;
        }
        return new Recording(format.getSampleRate(), samples);
    }

    double sampleRateHz() {
        return sampleRateHz;
    }

    /**
     * One of {@code clips} clips that are spread evenly over the recording.
     *
     * @param clip from 0, below {@code clips}
     */
    DoubleBuffer clip(int clip, int clips) {
        int room = samples.limit() - CLIP_LENGTH;
        return samples.slice(clip * room / clips, CLIP_LENGTH);
    }
}
