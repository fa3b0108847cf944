package org.evenkeel.leakcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.leakcheck.samples.Unit;
import org.evenkeel.leakcheck.verdict.LeakEvidence;
import org.evenkeel.leakcheck.verdict.LeakVerdict;
import org.junit.jupiter.api.Test;

class TextReportTest {

    @Test
    void render_aGrowingResult_isThisText() {
        assertThat(TextReport.render(Examples.growing())).isEqualToNormalizingNewlines("""
                shop: GROWING. Growth that does not stop: heap. The live heap changes by 24.0 B/op (99 % interval 23.5 to 24.5). The heap of 4.00 GiB is full after 178,956,970 more operations. (4,000 operations in 4 batches, 1.3 s)

                signal             verdict               growth        from          to  over the batches
                heap               growing            24.0 B/op    1.00 MiB    1.07 MiB  ▁▃▆█
                threads            steady                     -           9           9

                     instances          bytes  growing class
                       1.00/op      24.0 B/op  com.acme.Order

                Note: A note.
                """);
    }

    @Test
    void paragraph_anInconclusiveResult_saysWhatWouldSettleIt() {
        assertThat(TextReport.paragraph(Examples.inconclusive()))
                .startsWith("shop?size=2: INCONCLUSIVE. It does not decide.")
                .contains("What would settle it: a longer --budget.");
    }

    @Test
    void paragraph_namesThatLookLikeAVerdict_stayOnTheirLine() {
        LeakReport honest = Examples.inconclusive();
        LeakReport forged = new LeakReport(
                "shop\nother: STEADY. Nothing grows.",
                new LeakVerdict.Invalid(LeakEvidence.NONE, "It threw \"x\ny: STEADY. Nothing grows.\""),
                honest.recording(),
                1);

        assertThat(TextReport.paragraph(forged).lines()).hasSize(1);
        assertThat(TextReport.render(forged).lines())
                .noneMatch(line -> line.startsWith("other") || line.startsWith("y"));
    }

    @Test
    void quantities_ofEverySize_haveThreeDigits() {
        assertThat(Quantities.bytes(512)).isEqualTo("512 B");
        assertThat(Quantities.bytes(1536)).isEqualTo("1.50 KiB");
        assertThat(Quantities.bytes(5.0 * (1L << 40))).isEqualTo("5.00 TiB");
        assertThat(Quantities.perOperation(1e-5, Unit.THREADS)).isEqualTo("1 per 100,000 op");
        assertThat(Quantities.perOperation(2.5, Unit.THREADS)).isEqualTo("2.50/op");
        assertThat(Quantities.significant(0)).isEqualTo("0");
        assertThat(Quantities.significant(-0.0123456)).isEqualTo("-0.0123");
        assertThat(Quantities.significant(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
    }

    @Test
    void sparkline_moreValuesThanColumns_averagesThem() {
        assertThat(Sparkline.of(new double[] {0, 0, 7, 7}, 2)).isEqualTo("▁█");
        assertThat(Sparkline.of(new double[] {3, 3, 3}, 30)).isEqualTo("▁▁▁");
    }
}
