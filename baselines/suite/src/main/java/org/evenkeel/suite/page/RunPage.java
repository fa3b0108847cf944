package org.evenkeel.suite.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.evenkeel.compare.stored.SessionFiles;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.report.html.HtmlReport;

/** The page of a run, which learns of profiles that somebody takes after it was written. */
public final class RunPage {

    /** What a page is called in the folder of its run. */
    public static final String FILE = "report.html";

    private RunPage() {}

    /**
     * Links the page of a run to the profiles in the run's folder.
     *
     * @param session the folder of a profiling session
     * @return the page; empty when the session lies in no folder {@code profiles} beside one
     */
    public static Optional<Path> link(Path session) {
        Optional<Path> page = pageAbove(session);
        if (page.isEmpty()) {
            return page;
        }
        String text;
        try {
            text = Files.readString(page.get());
        } catch (IOException e) {
            throw new BadInputException(
                    page.get() + " cannot be linked to the profiles: " + AtomicFiles.reason(e)
                            + "; the profiles themselves are written",
                    e);
        }
        Optional<String> linked =
                HtmlReport.withProfiles(text, ProfileLinks.in(page.get().resolveSibling("")));
        linked.ifPresent(content -> AtomicFiles.write(page.get(), content));
        return linked.isPresent() ? page : Optional.empty();
    }

    private static Optional<Path> pageAbove(Path session) {
        Path at = session.toAbsolutePath().normalize();
        while (at != null) {
            Path page = at.resolveSibling(FILE);
            if (SessionFiles.nameOf(at).equals(ProfileLinks.FOLDER) && Files.isRegularFile(page)) {
                return Optional.of(page);
            }
            at = at.getParent();
        }
        return Optional.empty();
    }
}
