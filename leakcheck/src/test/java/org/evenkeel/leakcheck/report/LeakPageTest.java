package org.evenkeel.leakcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.evenkeel.leakcheck.samples.GrowthPer;
import org.evenkeel.leakcheck.samples.SignalSeries;
import org.evenkeel.leakcheck.samples.Unit;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class LeakPageTest {

    @Test
    void chart_ofALine_fitsThroughItsReadings() throws Exception {
        SignalSeries series =
                SignalSeries.of(new double[] {0, 100, 200, 300, 400}, new double[] {0, 200, 400, 600, 800});

        Document svg = parse(SignalChart.of(series, Unit.BYTES, GrowthPer.OPERATION, 2));

        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(5);
        Element line = null;
        for (int i = 0; i < svg.getElementsByTagName("line").getLength(); i++) {
            Element candidate = (Element) svg.getElementsByTagName("line").item(i);
            line = candidate.getAttribute("class").equals("fitted") ? candidate : line;
        }
        Element second = (Element) svg.getElementsByTagName("circle").item(1);
        Element last = (Element) svg.getElementsByTagName("circle").item(4);
        assertThat(line).isNotNull();
        assertThat(line.getAttribute("x1")).isEqualTo(second.getAttribute("cx"));
        assertThat(line.getAttribute("y1")).isEqualTo(second.getAttribute("cy"));
        assertThat(line.getAttribute("y2")).isEqualTo(last.getAttribute("cy"));
    }

    @Test
    void chart_ofAConstant_isDrawn() throws Exception {
        SignalSeries series = SignalSeries.of(new double[] {1, 2, 3}, new double[] {7, 7, 7});

        assertThat(parse(SignalChart.of(series, Unit.THREADS, GrowthPer.OPERATION, 0))
                        .getElementsByTagName("circle")
                        .getLength())
                .isEqualTo(3);
    }

    @Test
    void render_page_hasVerdictClassesAndAChartOfEachSignalThatMoved() {
        String page = LeakPage.render(List.of(Examples.growing()));

        assertThat(page)
                .contains("<span class=\"GROWING\">GROWING</span>")
                .contains("com.acme.Order")
                .contains("<b>heap</b>")
                .contains("<p>Did not change: threads (9).</p>")
                .contains("A note.");
        assertThat(page.split("<svg ", -1)).hasSize(2);
    }

    @Test
    void render_growthAgainstTime_isPerMinute() {
        String page = LeakPage.render(List.of(Examples.watched()));

        assertThat(page)
                .contains("The live heap changes by 48,000 B/min (99 % interval 45,000 to 51,000).")
                .contains("(4 samples, 120.0 s)")
                .contains(">0.500</text>")
                .contains(">2.00 minutes</text>")
                .doesNotContain("operation");
    }

    @Test
    void render_nameWithMarkup_isEscaped() {
        LeakReport growing = Examples.growing();
        LeakReport named = new LeakReport("<b>&\"x", growing.verdict(), growing.recording(), 1);

        assertThat(LeakPage.render(List.of(named)))
                .contains("&lt;b&gt;&amp;&quot;x")
                .doesNotContain("<b>&");
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
