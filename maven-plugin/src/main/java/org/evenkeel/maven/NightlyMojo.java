package org.evenkeel.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.evenkeel.maven.side.ModuleSide;
import org.jspecify.annotations.Nullable;

/** The night: measures everything, checks it for leaks, appends it to the history, judges it and reports. */
@Mojo(name = "nightly", aggregator = true)
public final class NightlyMojo extends HotPathMojo {

    /** Where nights are kept; no clean build may take them away. */
    @Parameter(property = "evenkeel.history", defaultValue = "${project.basedir}/.evenkeel/history")
    private @Nullable File history;

    /** For Maven. */
    public NightlyMojo() {
        super("nightly");
    }

    @Override
    List<String> options(ModuleSide module) {
        return List.of("--history", present(history).getAbsolutePath());
    }
}
