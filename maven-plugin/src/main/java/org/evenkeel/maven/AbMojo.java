package org.evenkeel.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.maven.engine.ExitRule;
import org.evenkeel.maven.side.KeptSide;
import org.evenkeel.maven.side.ModuleSide;
import org.evenkeel.suite.sides.BaseCommit;
import org.jspecify.annotations.Nullable;

/**
 * Measures the benchmarks of the work tree in turn with those of another commit, until it is known which is slower. Needs no
 * change of the POM: {@code mvn org.evenkeel:evenkeel-maven-plugin:ab -Dbase=main}.
 */
@Mojo(name = "ab", aggregator = true)
public final class AbMojo extends EngineMojo {

    /** Commit, branch or tag to compare with; HEAD where there are uncommitted changes, else HEAD~1, when it is not given. */
    @Parameter(property = "base")
    private @Nullable String base;

    /** Benchmarks to measure: a regular expression, found anywhere in the full name; all when it is not given. */
    @Parameter(property = "benchmark", defaultValue = ".*")
    private String benchmark = ".*";

    /** Time for each module with benchmarks, such as 5m; 150 s for each benchmark when it is not given. */
    @Parameter(property = "budget")
    private @Nullable String budget;

    @Override
    int run() throws IOException, InterruptedException, MojoExecutionException {
        Path folder = newFolder("ab");
        BaseCommit commit = BaseCommit.find(root(), base);
        List<ModuleSide> current = measurable(describeWorkTree(folder));
        List<ModuleSide> now = KeptSide.all(current, commit.repository(), folder.resolve("sides/current"));
        Map<String, ModuleSide> before = describeBase(commit, folder);
        int status = 0;
        boolean measured = false;
        for (ModuleSide module : now) {
            @Nullable ModuleSide base = before.get(module.key());
            if (base == null || !base.isMeasurable()) {
                getLog().warn("evenkeel: " + module.key() + " has nothing to measure in " + commit
                        + ", so there is nothing to compare it with");
                continue;
            }
            measured = true;
            warnOfTheSameSnapshot(module, base);
            status = ExitRule.worst(status, measure(module, base, folder));
        }
        if (!measured) {
            throw new BadInputException("expected modules that both sides have, found none of these in " + commit
                    + "; name a commit that has the benchmarks by -Dbase");
        }
        return status;
    }

    /** Measures one module. */
    private int measure(ModuleSide now, ModuleSide before, Path folder)
            throws IOException, InterruptedException, MojoExecutionException {
        int status = 0;
        if (now.benchmarks() && before.benchmarks()) {
            status = ExitRule.worst(
                    status, report(now, before, folder.resolve(now.artifact()), List.of("--benchmark", benchmark)));
        }
        if (now.hotPaths() && before.hotPaths()) {
            status = ExitRule.worst(
                    status,
                    report(
                            now,
                            before,
                            folder.resolve(now.artifact() + "-hotpaths"),
                            List.of("--benchmarks", forms().toString())));
        }
        return status;
    }

    /** What was installed last is the same on both sides, whatever the base's own sources say. */
    private void warnOfTheSameSnapshot(ModuleSide now, ModuleSide before) {
        now.classPath().stream()
                .filter(entry -> entry.getFileName().toString().contains("-SNAPSHOT"))
                .filter(before.classPath()::contains)
                .forEach(entry -> getLog().warn("evenkeel: " + entry.getFileName()
                        + " is from the local repository on both sides, so no change of it is measured; start Maven on a"
                        + " project that builds it along with the benchmarks"));
    }

    private int report(ModuleSide now, ModuleSide before, Path out, List<String> what)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "ab",
                "--base-classpath",
                joined(before.classPath()),
                "--classpath",
                joined(now.classPath()),
                "--out",
                out.toString()));
        command.addAll(what);
        if (budget != null) {
            command.addAll(List.of("--budget", budget));
        }
        command.addAll(javaOption());
        getLog().info("evenkeel: measuring " + now.key() + "...");
        return engine(root(), command);
    }
}
