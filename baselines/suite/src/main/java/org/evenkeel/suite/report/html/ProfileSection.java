package org.evenkeel.suite.report.html;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.suite.report.parts.ProfileLink;

/**
 * The part of a page that links to profiles.
 *
 * <p>One profiles after one has read the page, so it stands between two marks and can be put into a page that is there
 * already. No name from outside can look like a mark: on a page their {@code <} are escaped.
 */
final class ProfileSection {

    private static final String BEGIN = "<!-- profiles -->";
    private static final String END = "<!-- end of profiles -->";

    private static final Template TEMPLATE =
            Mustache.compiler().escapeHTML(true).compile(PageAssets.text("profiles.html"));

    private ProfileSection() {}

    /** The marks, with a section between them where there are profiles. */
    static String render(List<ProfileLink> profiles) {
        Map<String, Object> content = Map.of("profiles", profiles, "hasProfiles", !profiles.isEmpty());
        return BEGIN + "\n" + TEMPLATE.execute(content) + END;
    }

    /** The page with another such part; empty when it has no marks. */
    static Optional<String> replaced(String page, List<ProfileLink> profiles) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        return begin < 0 || end < begin
                ? Optional.empty()
                : Optional.of(page.substring(0, begin) + render(profiles) + page.substring(end + END.length()));
    }
}
