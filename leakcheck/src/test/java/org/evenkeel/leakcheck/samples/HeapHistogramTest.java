package org.evenkeel.leakcheck.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HeapHistogramTest {

    private static final String PRINTED = """
             num     #instances         #bytes  class name (module)
            -------------------------------------------------------
               1:          7194         332304  [B (java.base@17.0.15)
               2:          1000          24000  com.acme.Order
               3:            10            500  [Lcom.acme.Order;
               4:             7            112  com.acme.Shop$$Lambda$14/0x0000000800c03000
               5:             3             48  com.acme.Shop$$Lambda$15/0x0000000800c03218
               6:             2             32  com.acme.Shop$$Lambda/0x000000080012a000
               7:             1            100  com.ours.Worker
               8:             1             16  [Lcom.ours.Worker;
               9:            12         524288  [Ljdk.internal.vm.FillerElement; (java.base@25)
              10:             2             64  jdk.internal.vm.FillerObject (java.base@25)
            Total          8218         357112
            """;

    @Test
    void parse_printedByAJvm_countsEachClass() {
        HeapHistogram histogram = HeapHistogram.parse(PRINTED, "com.ours.");

        assertThat(histogram.of(new HeapClass("[B", true))).isEqualTo(new ClassCount(7194, 332_304));
        assertThat(histogram.of(new HeapClass("com.acme.Order", false))).isEqualTo(new ClassCount(1000, 24_000));
        assertThat(histogram.of(new HeapClass("[Lcom.acme.Order;", false))).isEqualTo(new ClassCount(10, 500));
        assertThat(histogram.of(new HeapClass("com.acme.Missing", false))).isEqualTo(ClassCount.NONE);
    }

    @Test
    void parse_classesSpunForLambdas_addUpUnderOneName() {
        assertThat(HeapHistogram.parse(PRINTED, "com.ours.").of(new HeapClass("com.acme.Shop$$Lambda", false)))
                .isEqualTo(new ClassCount(12, 192));
    }

    @Test
    void totalBytes_leavesTheOwnPackageAndFillersOut() {
        assertThat(HeapHistogram.parse(PRINTED, "com.ours.").totalBytes()).isEqualTo(357_112 - 116);
    }

    @Test
    void parse_cutOff_isRefused() {
        String cut = PRINTED.substring(0, PRINTED.indexOf("Total"));
        assertThatThrownBy(() -> HeapHistogram.parse(cut, "x")).hasMessageContaining("ends in a line \"Total\"");
        assertThatThrownBy(() -> HeapHistogram.parse("Could not attach", "x"))
                .hasMessageContaining("found Could not attach");
    }
}
