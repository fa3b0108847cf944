package org.evenkeel.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.maven.engine.ExitRule;
import org.evenkeel.maven.side.ModuleSide;
import org.jspecify.annotations.Nullable;

/**
 * Checks the hot paths of a project, as {@code evenkeel check} does: measures, leak-checks, compares with the stored baseline
 * and reports. {@code -Drecord=true} records the session as the baseline of the next.
 */
@Mojo(name = "check", aggregator = true)
public final class CheckMojo extends EngineMojo {

    /** Where baselines are kept; it belongs into version control. */
    @Parameter(property = "evenkeel.store", defaultValue = "${project.basedir}/.evenkeel/baselines")
    private @Nullable File store;

    /** Records what was measured, where nothing is wrong. */
    @Parameter(property = "record", defaultValue = "false")
    private boolean record;

    /** Hot path to check, as name?parameter=value; all of the project's when it is not given. */
    @Parameter(property = "path")
    private List<String> paths = new ArrayList<>();

    /** Longest measurement of one changed path, such as 5m. */
    @Parameter(property = "budget")
    private @Nullable String budget;

    @Override
    int run() throws IOException, InterruptedException, MojoExecutionException {
        Path folder = newFolder("check");
        List<ModuleSide> modules = measurable(describeWorkTree(folder)).stream()
                .filter(ModuleSide::hotPaths)
                .toList();
        if (modules.isEmpty()) {
            throw new BadInputException(
                    "expected hot paths in META-INF/services/org.evenkeel.workload.HotPath, found JMH"
                            + " benchmarks only; the goal ab compares those with another commit");
        }
        int status = 0;
        for (ModuleSide module : modules) {
            List<String> command = new ArrayList<>(List.of(
                    "check",
                    "--benchmarks",
                    forms().toString(),
                    "--classpath",
                    joined(module.classPath()),
                    "--store",
                    present(store).getAbsolutePath(),
                    "--out",
                    folder.resolve(fileName(module)).toString()));
            paths.forEach(path -> command.addAll(List.of("--path", path)));
            if (record) {
                command.add("--record");
            }
            if (budget != null) {
                command.addAll(List.of("--budget", budget));
            }
            command.addAll(javaOption());
            status = ExitRule.worst(status, engine(root(), command));
        }
        return status;
    }
}
