package org.evenkeel.suite.profile.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.suite.plan.ProfileEvent;
import org.evenkeel.suite.profile.analysis.ContendedLock;
import org.evenkeel.suite.profile.analysis.Cost;
import org.evenkeel.suite.profile.analysis.EventProfile;
import org.evenkeel.suite.profile.plan.ProfilePlan;
import org.evenkeel.suite.profile.report.ContentionText;
import org.evenkeel.suite.profile.report.FlameGraphs;
import org.evenkeel.suite.profile.report.ProfileText;
import org.evenkeel.suite.profile.run.ProfileFolder;
import org.evenkeel.suite.profile.samples.ForkFacts;
import org.evenkeel.suite.profile.samples.ForkProfile;

/** Reads what the forks of one side left, and turns it into tables and pages. */
public final class ProfileResults {

    private final ProfileFolder folder;
    private final String side;
    private final boolean allFrames;
    private final int top;

    /**
     * @param side whose forks
     * @param allFrames whether frames of the platform and of the harness have rows of their own
     * @param top most rows of a table
     */
    public ProfileResults(ProfileFolder folder, String side, boolean allFrames, int top) {
        this.folder = folder;
        this.side = side;
        this.allFrames = allFrames;
        this.top = top;
    }

    /** Writes the pages of an event and returns its tables as text. */
    public String render(ProfileEvent event) {
        List<ForkFacts> facts = folder.facts(side, event.written());
        List<ForkProfile> profiles = folder.profiles(side, event);
        if (profiles.isEmpty()) {
            return event.written() + ": not sampled. "
                    + facts.stream()
                            .flatMap(fork -> fork.failure().stream())
                            .findFirst()
                            .map(reason -> "The profiler said: " + reason + " " + Remedies.of(event))
                            .orElse("No fork of it ended well.")
                    + "\n";
        }
        StringBuilder text = new StringBuilder(ProfileText.render(EventProfile.of(profiles, allFrames), top));
        if (event == ProfileEvent.LOCK) {
            text.append(ContentionText.render(ContendedLock.of(profiles, folder.holders(side)), top));
        }
        cost(event).ifPresent(text::append);
        facts.stream()
                .flatMap(fork -> fork.instead().stream())
                .findFirst()
                .ifPresent(reason -> text.append(Remedies.instead(event, reason)));
        String collapsed = FlameGraphs.collapsed(profiles);
        String name = side + "-" + event.written();
        Path flame = folder.path().resolve(name + ".html");
        AtomicFiles.write(folder.path().resolve(name + ".collapsed"), collapsed);
        AtomicFiles.write(flame, FlameGraphs.page(event.description(), event.unit(), collapsed));
        text.append("Flame graph: ").append(flame).append('\n');
        folder.recording(side, event)
                .ifPresent(recording ->
                        text.append("Recording: ").append(recording).append('\n'));
        return text.toString();
    }

    /** The same of a JVM that was only watched. */
    public String renderWatched(ProfileEvent event) {
        List<ForkProfile> profiles = folder.profiles(side, event);
        return ProfileText.perSecond(EventProfile.of(profiles, allFrames), top) + "Flame graph: "
                + folder.path().resolve("forks").resolve(side + "-" + event.written() + "-1.html") + "\n";
    }

    private Optional<String> cost(ProfileEvent event) {
        List<ForkFacts> plain = folder.facts(side, ProfilePlan.NONE);
        return Cost.of(plain, folder.facts(side, event.written())).map(cost -> {
            List<String> words = new ArrayList<>();
            words.add(String.format(
                    Locale.ROOT, "Profiling made operations %+.1f %% slower", 100 * cost.relativeChange()));
            cost.interval()
                    .ifPresent(bounds -> words.add(String.format(
                            Locale.ROOT, "[%+.1f %%, %+.1f %%]", 100 * bounds.lower(), 100 * bounds.upper())));
            words.add("than " + plain.size() + (plain.size() == 1 ? " fork" : " forks") + " without, run in turn.\n");
            return String.join(" ", words);
        });
    }
}
