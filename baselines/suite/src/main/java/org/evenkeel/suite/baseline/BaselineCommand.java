package org.evenkeel.suite.baseline;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.Baseline;
import org.evenkeel.compare.stored.Baseline.Area;
import org.evenkeel.compare.stored.BaselineStore;
import org.evenkeel.compare.stored.Environments;
import org.evenkeel.compare.stored.SessionFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.suite.command.StoreFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps the sessions that later runs are compared with. */
@Command(
        name = "baseline",
        description = "Keeps the sessions that later runs are compared with.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class BaselineCommand {

    private static final String NAME = "the baseline's name, such as main";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            scope = picocli.CommandLine.ScopeType.INHERIT,
            description = "Where baselines are kept. Default: the folder baselines of the repository.")
    private Path root;

    BaselineCommand() {
        this.spec = CommandSpec.create();
        this.root = StoreFolder.byDefault();
    }

    @Command(name = "record", description = "Adds the session of a run to a baseline.", mixinStandardHelpOptions = true)
    ExitStatus record(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Parameters(paramLabel = "RUN", description = "The folder of a run, or a JMH JSON file.") Path run,
            @Option(names = "--shared", description = "Into the part that is committed, instead of this machine's own.")
                    boolean shared,
            @Option(names = "--force", description = "Although the run was disturbed, or ended with 1 or 4.")
                    boolean force) {
        Optional<String> doubt = SessionFiles.placesOf(run).stream()
                .flatMap(place -> RunDoubts.of(place).stream())
                .findFirst();
        if (doubt.isPresent() && !force) {
            spec.commandLine()
                    .getErr()
                    .println("baseline: not recorded, because " + doubt.get()
                            + "; run it again, or add --force to record it all the same");
            return ExitStatus.UNDECIDED;
        }
        Path recorded = store().record(name, shared ? Area.STORED : Area.LOCAL, run, environmentOf(run), Instant.now());
        out().println("recorded " + recorded
                + doubt.map(why -> ", although " + why).orElse(""));
        return ExitStatus.OK;
    }

    @Command(name = "list", description = "Lists all baselines.", mixinStandardHelpOptions = true)
    ExitStatus list() {
        List<Baseline> baselines = store().list();
        if (baselines.isEmpty()) {
            out().println("no baseline in " + root + "; scripts/check --record makes one");
        }
        for (Baseline baseline : baselines) {
            out().println(baseline.name() + "  " + baseline.area().folder() + "  "
                    + baseline.sessionFolders().size() + " session(s)  newest " + baseline.newest() + "  "
                    + SessionFiles.nameOf(baseline.folder().toAbsolutePath().getParent()));
        }
        return ExitStatus.OK;
    }

    @Command(
            name = "show",
            description = "Shows the environment and the sessions of a baseline.",
            mixinStandardHelpOptions = true)
    ExitStatus show(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        List<Baseline> baselines = store().named(name);
        for (Baseline baseline : baselines) {
            out().println(baseline.folder());
            baseline.environment().identity().forEach((fact, value) -> out().println("  " + fact + ": " + value));
            for (Path folder : baseline.sessionFolders()) {
                Session session = SessionFiles.run(folder);
                String commit = session.environment()
                        .map(Environment::context)
                        .map(context -> context.getOrDefault("commit", "unknown commit")
                                + (context.getOrDefault("commit.dirty", "false").equals("true") ? " with changes" : ""))
                        .orElse("unknown commit");
                out().println("  " + SessionFiles.nameOf(folder) + "  "
                        + session.series().size() + " metrics  " + commit);
            }
        }
        return found(name, baselines);
    }

    @Command(
            name = "promote",
            description = "Moves what this machine recorded for itself to the part that is committed.",
            mixinStandardHelpOptions = true)
    ExitStatus promote(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        List<Path> moved = store().promote(name);
        moved.forEach(session -> out().println("moved to " + session));
        if (moved.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("baseline: nothing to promote: \"" + name + "\" has no local session in " + root
                            + "; record one with scripts/baseline record");
        }
        return moved.isEmpty() ? ExitStatus.NO_BASELINE : ExitStatus.OK;
    }

    @Command(name = "prune", description = "Deletes old sessions of a baseline.", mixinStandardHelpOptions = true)
    ExitStatus prune(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(
                            names = "--keep",
                            paramLabel = "N",
                            defaultValue = "10",
                            description = "How many of the newest stay in each environment; 10 by default.")
                    int keep) {
        if (keep < 1) {
            throw new BadInputException("expected --keep of at least 1, found " + keep);
        }
        List<Baseline> baselines = store().named(name);
        List<Path> deleted = new ArrayList<>();
        baselines.forEach(baseline -> deleted.addAll(store().prune(baseline, keep)));
        deleted.forEach(session -> out().println("deleted " + session));
        return found(name, baselines);
    }

    private ExitStatus found(String name, List<Baseline> baselines) {
        if (baselines.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("baseline: there is no baseline \"" + name + "\" in " + root
                            + "; scripts/baseline list shows those there are");
            return ExitStatus.NO_BASELINE;
        }
        return ExitStatus.OK;
    }

    /** Where a run was measured: what it wrote down itself, or else this machine with the JVM that its results name. */
    private static Environment environmentOf(Path run) {
        Session session = SessionFiles.read(run).get(0);
        return session.environment().orElseGet(() -> {
            Environment here =
                    Environments.capture(Path.of(System.getProperty("java.home")), List.of(), Optional.empty());
            java.util.TreeMap<String, String> identity = new java.util.TreeMap<>(here.identity());
            session.series().values().stream().limit(1).forEach(series -> identity.putAll(series.facts()));
            return new Environment(identity, here.context());
        });
    }

    private BaselineStore store() {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new BadInputException("--store " + root + " is not a folder; expected the one that holds baselines");
        }
        return new BaselineStore(root);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
