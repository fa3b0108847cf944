package org.evenkeel.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.maven.side.ModuleSide;
import org.jspecify.annotations.Nullable;

/**
 * Runs classes of the test class path again and again in a JVM of their own and tells whether they leak:
 * {@code -Dworkload=com.acme.MyRunnable}.
 */
@Mojo(name = "leakcheck", aggregator = true)
public final class LeakcheckMojo extends EngineMojo {

    /** Public classes that are Runnable or Callable, or hot paths such as documents?workers=2. */
    @Parameter(property = "workload")
    private List<String> workloads = new ArrayList<>();

    /** Callers at once. */
    @Parameter(property = "threads", defaultValue = "1")
    private int threads = 1;

    /** The most time for each, such as 60s. */
    @Parameter(property = "budget")
    private @Nullable String budget;

    @Override
    int run() throws IOException, InterruptedException {
        if (workloads.isEmpty()) {
            throw new BadInputException(
                    "expected -Dworkload=CLASS, a public Runnable or Callable of the test class path, found" + " none");
        }
        Path folder = newFolder("leakcheck");
        List<ModuleSide> modules = describeWorkTree(folder);
        List<String> command = new ArrayList<>(List.of(
                "leakcheck",
                "--classpath",
                joined(modules.stream()
                        .flatMap(module -> module.classPath().stream())
                        .distinct()
                        .toList()),
                "--threads",
                Integer.toString(threads),
                "--out",
                folder.toString()));
        workloads.forEach(workload -> command.addAll(List.of("--workload", workload)));
        if (budget != null) {
            command.addAll(List.of("--budget", budget));
        }
        command.addAll(javaOption());
        return engine(root(), command);
    }
}
