package org.evenkeel.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.evenkeel.kernel.BadInputException;
import org.jspecify.annotations.Nullable;

/** Compares two results of JMH, {@code -Dbefore=old.json -Dafter=new.json}: regressed, improved, equivalent, or cannot tell yet. */
@Mojo(name = "compare", aggregator = true)
public final class CompareMojo extends EngineMojo {

    /** JMH's JSON of the code to compare with, or a folder of several. */
    @Parameter(property = "before")
    private @Nullable File before;

    /** JMH's JSON of the code as it is now, or a folder of several. */
    @Parameter(property = "after")
    private @Nullable File after;

    @Override
    int run() throws IOException, InterruptedException {
        if (before == null || after == null) {
            throw new BadInputException("expected -Dbefore=FILE and -Dafter=FILE with JMH's JSON, found "
                    + (before == null && after == null ? "neither" : "only one of them"));
        }
        Path folder = newFolder("compare");
        return engine(
                root(),
                List.of("compare", before.getAbsolutePath(), after.getAbsolutePath(), "--out", folder.toString()));
    }
}
