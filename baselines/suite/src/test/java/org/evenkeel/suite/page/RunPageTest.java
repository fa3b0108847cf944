package org.evenkeel.suite.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.report.html.HtmlReport;
import org.evenkeel.suite.report.html.ReportFixture;
import org.evenkeel.suite.report.parts.ProfileLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPageTest {

    private static final String PLAN =
            "paths=[documents?queue=mpmc] forms=[tenThreads] profile=quick jvmArguments=[-Xmx1g]\n";

    @TempDir
    Path folder;

    private Path page;

    @BeforeEach
    void writePage() throws IOException {
        page = Files.writeString(folder.resolve("report.html"), HtmlReport.render(ReportFixture.many(2)));
    }

    @Test
    void sessionInTheFolderOfARun_isLinkedFromItsPage_withPathFormAndEvent() throws IOException {
        Path session = session("profiles/one");

        assertThat(RunPage.link(session)).contains(page);

        assertThat(page)
                .content()
                .contains(
                        "<a href=\"profiles/one/here-cpu.html\">documents?queue&#x3D;mpmc, tenThreads: processor time (cpu)</a>")
                .contains(
                        "<a href=\"profiles/one/difference-lock.html\">documents?queue&#x3D;mpmc, tenThreads: time waiting for"
                                + " locks (lock), after against before</a>");
    }

    @Test
    void filesOfSingleForks_andOtherPages_areNotLinked() throws IOException {
        Path session = session("profiles");
        Files.createDirectories(session.resolve("forks"));
        Files.writeString(session.resolve("forks/here-cpu-1.html"), "");
        Files.writeString(session.resolve("forks/here-cpu-1-tree.html"), "");
        Files.writeString(session.resolve("notes.html"), "");
        Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(folder.resolve("elsewhere/here-cpu.html"), "");

        assertThat(ProfileLinks.in(folder))
                .extracting(ProfileLink::file)
                .containsExactly("profiles/difference-lock.html", "profiles/here-cpu.html");
    }

    @Test
    void sessionWithoutAPlan_hasTheNameOfItsFolder_asText() throws IOException {
        Path session = Files.createDirectories(folder.resolve("profiles/<b> & 50%"));
        Files.writeString(session.resolve("here-alloc.html"), "");

        RunPage.link(session);

        assertThat(page)
                .content()
                .contains(
                        "<a href=\"profiles/%3Cb%3E%20%26%2050%25/here-alloc.html\">&lt;b&gt; &amp; 50%: bytes allocated")
                .doesNotContain("<b> &");
    }

    @Test
    void sessionElsewhere_leavesEveryPageAlone() throws IOException {
        byte[] before = Files.readAllBytes(page);

        assertThat(RunPage.link(session("other/one"))).isEmpty();
        assertThat(Files.readAllBytes(page)).isEqualTo(before);

        Files.writeString(page, "somebody's own page");
        assertThat(RunPage.link(session("profiles/one"))).isEmpty();
        assertThat(page).hasContent("somebody's own page");
    }

    @Test
    void pageThatIsNoText_isOneLineAndLeftAlone() throws IOException {
        byte[] bytes = "\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(page, bytes);
        Path session = session("profiles/one");

        assertThatThrownBy(() -> RunPage.link(session))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("cannot be linked to the profiles");
        assertThat(Files.readAllBytes(page)).isEqualTo(bytes);
    }

    private Path session(String name) throws IOException {
        Path session = Files.createDirectories(folder.resolve(name));
        Files.writeString(session.resolve("plan.txt"), PLAN);
        Files.writeString(session.resolve("here-cpu.html"), "");
        Files.writeString(session.resolve("difference-lock.html"), "");
        return session;
    }
}
