package org.evenkeel.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.evenkeel.maven.side.ModuleSide;
import org.evenkeel.suite.sides.BaseCommit;
import org.jspecify.annotations.Nullable;

/**
 * Checks the hot paths or the JMH benchmarks of a project, as {@code evenkeel check} does: measures, leak-checks, compares with
 * the stored baseline or with another commit, and reports. {@code -Drecord=true} records the session as the baseline of the
 * next.
 */
@Mojo(name = "check", aggregator = true)
public final class CheckMojo extends HotPathMojo {

    /** Where baselines are kept; it belongs into version control. */
    @Parameter(property = "evenkeel.store", defaultValue = "${project.basedir}/.evenkeel/baselines")
    private @Nullable File store;

    /** Commit, branch or tag to measure times in turn with; the code of the stored baseline when it is not given. */
    @Parameter(property = "base")
    private @Nullable String base;

    /** Records what was measured, where nothing is wrong. */
    @Parameter(property = "record", defaultValue = "false")
    private boolean record;

    /** Longest measurement of one changed path, or of one benchmark, such as 5m. */
    @Parameter(property = "budget")
    private @Nullable String budget;

    private Map<String, ModuleSide> before = Map.of();

    /** For Maven. */
    public CheckMojo() {
        super("check");
    }

    @Override
    void prepare(Path folder) throws IOException, InterruptedException {
        if (base != null) {
            before = describeBase(BaseCommit.find(root(), base), folder);
        }
    }

    @Override
    List<String> options(ModuleSide module) {
        List<String> options = new ArrayList<>(List.of("--store", present(store).getAbsolutePath()));
        @Nullable ModuleSide old = before.get(module.key());
        if (old != null) {
            options.addAll(List.of("--base-classpath", joined(old.classPath())));
        } else if (base != null) {
            getLog().warn("evenkeel: " + module.key() + " has nothing to measure in " + base
                    + ", so its times are not compared with it");
        }
        if (record) {
            options.add("--record");
        }
        if (budget != null) {
            options.addAll(List.of("--budget", budget));
        }
        return options;
    }
}
