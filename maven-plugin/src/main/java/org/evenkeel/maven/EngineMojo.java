package org.evenkeel.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.maven.engine.Engine;
import org.evenkeel.maven.engine.ExitRule;
import org.evenkeel.maven.side.BaseBuild;
import org.evenkeel.maven.side.ChildMaven;
import org.evenkeel.maven.side.ModuleSide;
import org.evenkeel.suite.sides.BaseCommit;
import org.jspecify.annotations.Nullable;

/** What all goals that start the engine have in common. */
public abstract class EngineMojo extends AbstractMojo {

    /** Parameters that are given without a prefix, and are not for the build of a side. */
    private static final List<String> OWN = List.of(
            "base",
            "benchmark",
            "budget",
            "failOn",
            "before",
            "after",
            "workload",
            "threads",
            "event",
            "path",
            "record");

    /** The exit statuses that fail the build: 1 something got worse, 2 not measurable, 3 nothing to compare with, 4 inconclusive. */
    @Parameter(property = "failOn", defaultValue = "1,2,4")
    private String failOn = "1,2,4";

    /** Does nothing. */
    @Parameter(property = "evenkeel.skip", defaultValue = "false")
    private boolean skip;

    /** What is built before benchmarks are looked for; {@code package} where a module needs another one packaged. */
    @Parameter(property = "evenkeel.phase", defaultValue = "test-compile")
    private String phase = "test-compile";

    /** More options of the command, as {@code evenkeel COMMAND --help} lists them. */
    @Parameter(property = "evenkeel.arguments")
    private List<String> arguments = new ArrayList<>();

    /** JDK of the measured JVMs; Maven's own when it is not given. */
    @Parameter(property = "evenkeel.java")
    private @Nullable File java;

    /** The folder for results; one named after the goal and the time below {@code target/evenkeel} when it is not given. */
    @Parameter(property = "evenkeel.out")
    private @Nullable File out;

    @Parameter(defaultValue = "${session}", readonly = true)
    private @Nullable MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true)
    private @Nullable MavenProject project;

    @Parameter(defaultValue = "${plugin}", readonly = true)
    private @Nullable PluginDescriptor plugin;

    @Parameter(defaultValue = "${repositorySystemSession}", readonly = true)
    private @Nullable RepositorySystemSession repositories;

    @Inject
    private @Nullable RepositorySystem resolver;

    private @Nullable Path folder;

    /** For the goals below. */
    EngineMojo() {}

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || present(session).getUserProperties().containsKey(ChildMaven.DESCRIBE)) {
            return;
        }
        // In a project of several modules a goal is for all of them, once.
        if (!present(project).equals(firstOf(present(session).getProjects()))) {
            return;
        }
        try {
            ExitRule rule = ExitRule.parse(failOn);
            int status = run();
            keep(status);
            Optional<String> failure = rule.failure(status);
            if (failure.isPresent()) {
                throw new MojoFailureException("evenkeel: " + failure.get());
            }
            if (status != 0) {
                getLog().warn("evenkeel: " + ExitRule.words(status) + " (exit status " + status + ")");
            }
        } catch (BadInputException | IllegalArgumentException e) {
            throw new MojoExecutionException("evenkeel: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("evenkeel: a file could not be read or written: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("evenkeel: interrupted", e);
        }
    }

    /** Does the goal's work and gives the worst exit status. */
    abstract int run() throws IOException, InterruptedException, MojoExecutionException;

    /** The project that Maven was started on; one of those that were selected, where that is none of them. */
    private static MavenProject firstOf(List<MavenProject> all) {
        return all.stream().filter(MavenProject::isExecutionRoot).findFirst().orElseGet(() -> all.get(0));
    }

    /** The folder that Maven was started in. */
    final Path root() {
        return Path.of(present(session).getExecutionRootDirectory());
    }

    /** A new folder for what this run leaves. */
    final Path newFolder(String goal) throws IOException {
        if (out != null) {
            return keepIn(out.toPath());
        }
        String time = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT)
                .format(Instant.now().atOffset(ZoneOffset.UTC));
        // Of a module below, the build of those above may look at each file of its own.
        Path target = present(project).isExecutionRoot()
                ? Path.of(present(project).getBuild().getDirectory())
                : root().resolve("target");
        return keepIn(target.resolve("evenkeel").resolve(goal + "-" + time));
    }

    private Path keepIn(Path results) throws IOException {
        folder = Files.createDirectories(results);
        return results;
    }

    /** Maven's own exit status says only whether the build failed. */
    private void keep(int status) {
        if (folder != null) {
            AtomicFiles.write(folder.resolve("status"), status + "\n");
            getLog().info("evenkeel: results are in " + folder);
        }
    }

    /** The modules of the work tree, compiled. */
    final List<ModuleSide> describeWorkTree(Path folder) throws IOException, InterruptedException {
        getLog().info("evenkeel: building the work tree...");
        List<ModuleSide> built = childMaven().describe("the work tree", root(), folder.resolve("work-tree-build.log"));
        // What a selected module needs is built along with it, and was not asked for.
        Set<String> asked = present(session).getProjects().stream()
                .map(one -> one.getGroupId() + ":" + one.getArtifactId())
                .collect(Collectors.toSet());
        return built.stream().filter(module -> asked.contains(module.key())).toList();
    }

    /** The modules of another commit, compiled, by their keys; what is measured of them is kept in the folder of the run. */
    final Map<String, ModuleSide> describeBase(BaseCommit commit, Path folder)
            throws IOException, InterruptedException {
        getLog().info("evenkeel: building " + commit + "...");
        return new BaseBuild(childMaven(), root()).describe(commit, folder);
    }

    /** Runs a command of the engine. */
    final int engine(Path folder, List<String> command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        all.addAll(arguments);
        return engine().run(folder, all);
    }

    /** Options that any command which measures takes. */
    final List<String> javaOption() {
        return java == null ? List.of() : List.of("--java", java.getAbsolutePath());
    }

    /** The jar with the forms of hot paths, which no project has itself. */
    final Path forms() throws MojoExecutionException {
        return new Libraries(present(resolver), present(repositories), present(project))
                .jar("org.evenkeel:evenkeel-jmh:jar:shaded:" + present(plugin).getVersion());
    }

    /** Entries as an option's value. */
    static String joined(List<Path> classPath) {
        return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Modules that there is something to measure in. */
    static List<ModuleSide> measurable(List<ModuleSide> modules) {
        List<ModuleSide> found =
                modules.stream().filter(ModuleSide::isMeasurable).toList();
        if (found.isEmpty()) {
            throw new BadInputException(
                    "expected JMH benchmarks in the tests, in the main classes or in src/jmh/java, or hot"
                            + " paths in META-INF/services, found neither in "
                            + (modules.isEmpty()
                                    ? "any module"
                                    : modules.stream().map(ModuleSide::key).collect(Collectors.joining(", "))));
        }
        return found;
    }

    private Engine engine() {
        List<Path> classPath = present(plugin).getArtifacts().stream()
                .map(artifact -> artifact.getFile().toPath())
                .toList();
        return new Engine(classPath, line -> getLog().info(line));
    }

    /** Maven once more, as this one was started. */
    final ChildMaven childMaven() {
        MavenExecutionRequest request = present(session).getRequest();
        List<String> options = new ArrayList<>();
        if (request.isOffline()) {
            options.add("-o");
        }
        options.addAll(ChildMaven.fileOption("-s", request.getUserSettingsFile()));
        options.addAll(ChildMaven.fileOption("-gs", request.getGlobalSettingsFile()));
        List<String> profiles = new ArrayList<>(request.getActiveProfiles());
        request.getInactiveProfiles().forEach(profile -> profiles.add("!" + profile));
        if (!profiles.isEmpty()) {
            options.addAll(List.of("-P", String.join(",", profiles)));
        }
        if (!request.getSelectedProjects().isEmpty()) {
            options.addAll(List.of("-pl", String.join(",", request.getSelectedProjects()), "-am"));
        }
        options.add("-Dmaven.repo.local=" + request.getLocalRepositoryPath().getAbsolutePath());
        Map<String, String> properties = new HashMap<>();
        request.getUserProperties().forEach((name, value) -> properties.put(name.toString(), value.toString()));
        properties.remove("maven.repo.local");
        options.addAll(ChildMaven.properties(properties, OWN));
        PluginDescriptor own = present(plugin);
        return new ChildMaven(
                Path.of(System.getProperty("maven.home", "")),
                options,
                own.getGroupId() + ":" + own.getArtifactId() + ":" + own.getVersion(),
                phase);
    }

    /** Maven gives all of these before it executes a goal. */
    static <T> T present(@Nullable T given) {
        if (given == null) {
            throw new IllegalStateException("Maven did not give what a goal needs");
        }
        return given;
    }
}
