package org.evenkeel.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.evenkeel.maven.engine.ExitRule;
import org.evenkeel.maven.side.ModuleSide;
import org.jspecify.annotations.Nullable;

/** A goal that runs one command on each module of the work tree that has hot paths or benchmarks. */
abstract class HotPathMojo extends EngineMojo {

    private final String command;

    /** Hot path to measure, as name?parameter=value; all of the project's when it is not given. */
    @Parameter(property = "path")
    private List<String> paths = new ArrayList<>();

    /** Plain JMH benchmarks to measure: a regular expression. */
    @Parameter(property = "benchmark")
    private @Nullable String benchmark;

    HotPathMojo(String command) {
        this.command = command;
    }

    /** Looks for what the goal needs beside the work tree, once that is built. */
    void prepare(Path folder) throws IOException, InterruptedException {}

    /** Options of this goal alone. */
    abstract List<String> options(ModuleSide module);

    @Override
    final int run() throws IOException, InterruptedException, MojoExecutionException {
        Path folder = newFolder(command);
        int status = 0;
        List<ModuleSide> modules = measurable(describeWorkTree(folder));
        prepare(folder);
        for (ModuleSide module : modules) {
            status = ExitRule.worst(status, engine(root(), commandFor(module, folder.resolve(module.artifact()))));
        }
        return status;
    }

    private List<String> commandFor(ModuleSide module, Path out) throws MojoExecutionException {
        List<String> all =
                new ArrayList<>(List.of(command, "--classpath", joined(module.classPath()), "--out", out.toString()));
        if (module.hotPaths() && benchmark == null) {
            all.addAll(List.of("--benchmarks", forms().toString()));
            paths.forEach(path -> all.addAll(List.of("--path", path)));
        } else {
            all.addAll(List.of("--benchmark", benchmark == null ? ".*" : benchmark));
        }
        all.addAll(javaOption());
        all.addAll(options(module));
        return all;
    }
}
