package org.evenkeel.compare.verdict;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.kernel.BadInputException;

/**
 * What a benchmark of the baseline is called now.
 *
 * @param before its line, such as {@code B.work(size=10) avgt t=1}, the part of it before the mode, or its full name
 * @param now the same of what it is called now
 */
public record Renaming(String before, String now) {

    private static final String ARROW = "->";

    /** Reads {@code OLD -> NEW}. */
    public static Renaming parse(String text) {
        int arrow = text.indexOf(ARROW);
        String before = arrow < 0 ? "" : text.substring(0, arrow).strip();
        String now = arrow < 0 ? "" : text.substring(arrow + ARROW.length()).strip();
        if (before.isEmpty() || now.isEmpty()) {
            throw new BadInputException("expected a renaming such as 'B.work(size=10) -> B.work(length=10)', found \""
                    + text + "\"; take both names from the table of the comparison");
        }
        return new Renaming(before, now);
    }

    /**
     * The sessions of the baseline, with what is renamed under its present name.
     *
     * @throws BadInputException when one of the names is that of no benchmark of its side
     */
    public List<Session> applyTo(List<Session> base, List<Session> current) {
        SortedSet<Identity> names = new TreeSet<>();
        current.forEach(session -> names.addAll(session.series().keySet()));
        if (names.stream().noneMatch(identity -> identity.isCalled(now))) {
            throw nothingCalled(now, "the present side");
        }
        if (base.stream()
                .flatMap(session -> session.series().keySet().stream())
                .noneMatch(identity -> identity.isCalled(before))) {
            throw nothingCalled(before, "the baseline");
        }
        return base.stream()
                .map(session -> session.renamed(identity ->
                        identity.isCalled(before) ? present(identity, names).orElse(identity) : identity))
                .toList();
    }

    private Optional<Identity> present(Identity old, SortedSet<Identity> names) {
        return names.stream()
                .filter(identity -> identity.isCalled(now))
                .filter(identity -> identity.metric().equals(old.metric())
                        && identity.mode().equals(old.mode()))
                .filter(identity -> identity.threads() == old.threads() || now.endsWith(" t=" + identity.threads()))
                .filter(identity -> identity.params().equals(old.params())
                        || !identity.benchmark().equals(now))
                .findFirst();
    }

    private static BadInputException nothingCalled(String name, String side) {
        return new BadInputException("--renamed: " + side + " has no benchmark \"" + name
                + "\"; take both names from the table of the comparison");
    }
}
