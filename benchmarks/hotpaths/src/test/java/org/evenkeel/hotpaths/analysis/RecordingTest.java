package org.evenkeel.hotpaths.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.DoubleBuffer;
import org.junit.jupiter.api.Test;

/** What the chime sounds like was read off with another program (libsndfile 1.2 and SciPy). */
class RecordingTest {

    private final Recording chime = Recording.chime();

    @Test
    void chime_isOneSecondAsAnotherProgramReadsIt() {
        assertThat(chime.sampleRateHz()).isEqualTo(16_000);
        DoubleBuffer start = chime.clip(0, 1);
        assertThat(start.limit()).isEqualTo(4096);
        double peak = 0;
        double sum = 0;
        for (int i = 0; i < start.limit(); i++) {
            peak = Math.max(peak, Math.abs(start.get(i)));
            sum += start.get(i);
        }
        assertThat(peak).isCloseTo(0.582275390625, within(1e-9));
        assertThat(sum).isCloseTo(-0.23822021484375, within(1e-6));
    }

    @Test
    void clip_ofMany_isCutWhereItsShareOfTheRoomBegins() {
        DoubleBuffer first = chime.clip(0, 200);
        DoubleBuffer second = chime.clip(1, 200);

        // 16,000 - 4,096 samples of room, in 200 steps of 59.52.
        assertThat(second.get(0)).isEqualTo(first.get(59));
        assertThat(chime.clip(199, 200).limit()).isEqualTo(4096);
    }

    @Test
    void clip_isReadOnly() {
        assertThat(chime.clip(3, 200).isReadOnly()).isTrue();
    }

    @Test
    void clip_outsideTheRecording_isRefused() {
        assertThatThrownBy(() -> chime.clip(-1, 200)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> chime.clip(202, 200)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
