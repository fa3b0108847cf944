package org.evenkeel.suite.report.html;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.List;
import java.util.Optional;
import org.evenkeel.suite.report.CheckReport;
import org.evenkeel.suite.report.parts.ProfileLink;

/**
 * Renders the page.
 *
 * <p>Every name from outside comes in by one of two doors: the template engine escapes it, or it is in the block of JSON,
 * which has no {@code <} and which the page's script turns into text nodes only.
 */
public final class HtmlReport {

    private static final Template TEMPLATE =
            Mustache.compiler().escapeHTML(true).compile(PageAssets.text("report.html"));

    private HtmlReport() {}

    /** The whole page. */
    public static String render(CheckReport report) {
        return TEMPLATE.execute(PageModel.of(report));
    }

    /** A page that was rendered before, with links to these profiles in place of its own; empty for any other page. */
    public static Optional<String> withProfiles(String page, List<ProfileLink> profiles) {
        return ProfileSection.replaced(page, profiles);
    }
}
