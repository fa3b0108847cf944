package org.evenkeel.baselines.report.html;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.evenkeel.baselines.report.CheckReport;

/** Renders the page. Every name from outside is escaped by the template engine. */
public final class HtmlReport {

    private static final Template TEMPLATE = template();

    private HtmlReport() {}

    /** The whole page. */
    public static String render(CheckReport report) {
        return TEMPLATE.execute(PageModel.of(report));
    }

    private static Template template() {
        try (InputStream in = Objects.requireNonNull(
                        HtmlReport.class.getResourceAsStream("report.html"), "report.html is missing from the jar");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return Mustache.compiler().escapeHTML(true).compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
