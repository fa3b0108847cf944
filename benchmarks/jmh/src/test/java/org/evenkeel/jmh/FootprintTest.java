package org.evenkeel.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Optional;
import org.evenkeel.workload.Footprint;
import org.evenkeel.workload.HotPaths;
import org.evenkeel.workload.PathSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weighs what the paths that ship with the suite keep. */
class FootprintTest {

    @BeforeAll
    static void letJolLook() {
        for (String option : Weigher.jvmOptions()) {
            String[] property = option.substring("-D".length()).split("=", 2);
            System.setProperty(property[0], property[1]);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "analysis",
                "audits",
                "conversations",
                "conversations?limiter=atomic",
                "conversations?limiter=resilience4j",
                "documents",
                "verification",
                "verification?sources=one&statement=long"
            })
    void footprint_builtTwice_weighsTheSameAndSomething(String path) throws Exception {
        double first = bytesPerItem(path);

        assertThat(first).isPositive().isEqualTo(bytesPerItem(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"analysis?cache=off", "verification?cache=off"})
    void footprint_ofAPathWithoutItsCache_isNone(String path) throws Exception {
        assertThat(footprint(path)).isEmpty();
    }

    /**
     * Added up by hand, with compressed pointers: a record is 12 + 4 + 4 + 8 bytes, rounded up to 32; its amounts are 16 +
     * 16 x 4; and for each there are a place in the list (4), two counters of bookings and flags (8 + 8) and a count of
     * flags (4).
     */
    @Test
    void footprint_ofARecord_isTheSumOfItsParts() throws Exception {
        assertThat(bytesPerItem("audits")).isEqualTo(32 + 80 + 4 + 8 + 8 + 4);
    }

    @Test
    void footprint_withBytesPlanted_isLargerByThem() throws Exception {
        assertThat(bytesPerItem("planted?item=64") - bytesPerItem("planted")).isEqualTo(64);
    }

    @Test
    void footprint_ofMoreRecords_isTheSamePerRecord() throws Exception {
        assertThat(bytesPerItem("audits?records=20000")).isEqualTo(bytesPerItem("audits?records=10000"), offset(0.1));
    }

    @Test
    void footprint_ofLongerStatements_isLarger() throws Exception {
        assertThat(bytesPerItem("verification?statement=long")).isGreaterThan(bytesPerItem("verification"));
    }

    private static double bytesPerItem(String path) throws Exception {
        return Weigher.bytesPerItem(footprint(path).orElseThrow());
    }

    private static Optional<Footprint> footprint(String path) throws Exception {
        return HotPaths.on(FootprintTest.class.getClassLoader()).footprint(PathSpec.parse(path));
    }
}
