package org.evenkeel.suite.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.evenkeel.suite.report.CheckReport;
import org.evenkeel.suite.report.parts.ProfileLink;
import org.junit.jupiter.api.Test;

class ProfileSectionTest {

    private static final List<ProfileLink> LINKS = List.of(
            new ProfileLink("documents, tenThreads: processor time", "profiles/documents/here-cpu.html"),
            new ProfileLink(ReportFixture.HOSTILE + "<!-- profiles --> {{headline}}", "profiles/<b>/here-lock.html"));

    @Test
    void linksAddedLater_makeThePageThatHadThemFromTheBeginning() throws IOException {
        CheckReport without = ReportFixture.many(3);
        String page = HtmlReport.render(without);
        String withLinks = HtmlReport.render(without.with(without.parts().withProfiles(LINKS)));

        assertThat(HtmlReport.withProfiles(page, LINKS)).contains(withLinks);
        assertThat(HtmlReport.withProfiles(withLinks, LINKS))
                .as("once is enough")
                .contains(withLinks);
        assertThat(HtmlReport.withProfiles(withLinks, List.of()))
                .as("back again")
                .contains(page);
        assertThat(page).doesNotContain("<h2>Profiles</h2>");
    }

    @Test
    void hostileTitleAndFile_stayText() {
        assertThat(ProfileSection.render(LINKS))
                .contains("<a href=\"profiles/%3Cb%3E/here-lock.html\">&lt;script&gt;alert(1)&lt;/script&gt;&lt;!--")
                .doesNotContain("<script>")
                .contains("{{headline}}");
    }

    @Test
    void anotherPage_isNotTouched() {
        assertThat(HtmlReport.withProfiles("<html><body>Profiles</body></html>", LINKS))
                .isEmpty();
        assertThat(HtmlReport.withProfiles("<!-- end of profiles --><!-- profiles -->", LINKS))
                .isEmpty();
    }
}
