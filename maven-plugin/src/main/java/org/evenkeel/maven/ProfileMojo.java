package org.evenkeel.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.evenkeel.maven.side.ModuleSide;

/** Tells where the time, the memory and the waiting of a project's hot paths go, frame by frame. */
@Mojo(name = "profile", aggregator = true)
public final class ProfileMojo extends HotPathMojo {

    /** cpu, alloc, lock, wall or nativemem, with commas between. */
    @Parameter(property = "event", defaultValue = "cpu")
    private String event = "cpu";

    /** For Maven. */
    public ProfileMojo() {
        super("profile");
    }

    @Override
    List<String> options(ModuleSide module) {
        return List.of("--event", event);
    }
}
