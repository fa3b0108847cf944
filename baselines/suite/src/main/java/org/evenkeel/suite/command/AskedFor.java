package org.evenkeel.suite.command;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.BaselineStore;
import org.evenkeel.compare.stored.RulesFile;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.Renaming;
import org.evenkeel.compare.verdict.Rules;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Share;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what to compare, and what counts as a change; the same for every command that compares. */
public final class AskedFor {

    @Option(
            names = "--filter",
            paramLabel = "REGEX",
            description = "Only benchmarks in whose line, such as 'Json.parse(size=10) thrpt t=4', this is found.")
    private @Nullable String filter;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            split = ",",
            description = "Only these metrics: score, p50, p90, p95, p99, gc.alloc.rate.norm, leak.rate, ...")
    private List<String> metrics = List.of();

    @Option(
            names = "--min-effect",
            paramLabel = "SHARE",
            converter = Share.Converter.class,
            description = "A time may change by so much before anybody cares; 3%% by default.")
    private @Nullable Share minimumEffect;

    @Option(
            names = "--margin",
            paramLabel = "SHARE",
            converter = Share.Converter.class,
            description = "Times that are surely closer than this are equivalent; 10%% by default.")
    private @Nullable Share margin;

    @Option(
            names = "--confidence",
            paramLabel = "SHARE",
            converter = Share.Converter.class,
            description = "Of each interval, and of the alarms of all rows together; 95%% by default.")
    private @Nullable Share confidence;

    @Option(
            names = "--objectives",
            paramLabel = "FILE",
            description =
                    "Absolute limits, and limits of some benchmarks; by default objectives.json in --store, if any.")
    private @Nullable Path objectives;

    @Option(
            names = "--same-session",
            description = "Both sides were measured in turn in one session: only the spread of forks counts as noise.")
    private boolean together;

    @Option(
            names = "--accept-removed",
            paramLabel = "REGEX",
            description =
                    "Benchmarks and metrics of the baseline that may be missing; others leave the comparison open.")
    private @Nullable String acceptRemoved;

    @Option(
            names = "--renamed",
            paramLabel = "'OLD -> NEW'",
            description =
                    "What a benchmark of the baseline is called now, as the table has both; can be given several times.")
    private List<String> renamed = List.of();

    @Option(names = "--strict", description = "Benchmarks that were added or removed fail the comparison.")
    private boolean strict;

    /**
     * What is asked of the comparison.
     *
     * @param store beside whose baselines the project's rules are
     */
    public Options options(BaselineStore store) {
        Rules rules = objectives == null ? RulesFile.beside(store) : RulesFile.read(objectives);
        Options options = Options.DEFAULT.withStrict(strict).withRules(rules);
        try {
            if (minimumEffect != null) {
                options = options.withMinimumEffect(minimumEffect.value());
            }
            if (margin != null) {
                options = options.withMargin(margin.value());
            }
            if (confidence != null) {
                options = options.withConfidence(confidence.value());
            }
        } catch (IllegalArgumentException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
        if (acceptRemoved != null) {
            options = options.withAcceptedRemovals(
                    compiled("--accept-removed", acceptRemoved).asPredicate());
        }
        return together ? options.withSessions(Options.Sessions.TOGETHER) : options;
    }

    /** The sessions of the baseline under the names that benchmarks have now. */
    public List<Session> renamed(List<Session> base, List<Session> current) {
        List<Session> sessions = base;
        for (String one : renamed) {
            sessions = Renaming.parse(one).applyTo(sessions, current);
        }
        return sessions;
    }

    /** The part of each session that is asked for. */
    public List<Session> select(Collection<Session> sessions) {
        if (filter == null && metrics.isEmpty()) {
            return List.copyOf(sessions);
        }
        Pattern pattern = pattern();
        List<Session> selected = sessions.stream()
                .map(session -> session.only(one -> wanted(one, pattern)))
                .toList();
        if (selected.stream().allMatch(Session::isEmpty)) {
            throw new BadInputException(
                    "nothing in " + sessions.iterator().next().name() + " is left by --filter " + filter
                            + " and --metric " + metrics + "; widen them");
        }
        return selected;
    }

    /** The part of each group of sessions that is asked for. */
    public List<List<Session>> selectGroups(Collection<? extends Collection<Session>> groups) {
        Pattern pattern = pattern();
        return groups.stream()
                .map(group -> group.stream()
                        .map(session -> session.only(one -> wanted(one, pattern)))
                        .toList())
                .toList();
    }

    private boolean wanted(Identity identity, Pattern pattern) {
        return (metrics.isEmpty() || metrics.contains(identity.metric()))
                && (pattern.matcher(identity.label()).find()
                        || pattern.matcher(identity.benchmark()).find());
    }

    private Pattern pattern() {
        return compiled("--filter", filter == null ? "" : filter);
    }

    public static Pattern compiled(String option, String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new BadInputException(
                    option + " " + regex + " is not a regular expression: " + e.getDescription(), e);
        }
    }
}
