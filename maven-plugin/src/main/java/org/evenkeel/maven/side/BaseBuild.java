package org.evenkeel.maven.side;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.suite.sides.BaseCommit;
import org.evenkeel.suite.sides.GitTree;

/**
 * Builds a project as another commit has it, in a git worktree that is gone afterwards.
 *
 * @param maven the Maven that runs already
 * @param project the folder that it was started in
 */
public record BaseBuild(ChildMaven maven, Path project) {

    /**
     * The modules of the commit, by their keys.
     *
     * @param folder of the run; gets the build's log, and copies of what is measured
     */
    public Map<String, ModuleSide> describe(BaseCommit commit, Path folder) throws IOException, InterruptedException {
        Path place = commit.repository().toRealPath().relativize(project.toRealPath());
        Map<String, ModuleSide> found = new LinkedHashMap<>();
        try (GitTree tree = GitTree.checkOut(commit.repository(), commit.hash())) {
            List<ModuleSide> modules = maven.describe(
                    commit.toString(), tree.folder().resolve(place.toString()), folder.resolve("base-build.log"));
            KeptSide.all(modules, tree.folder(), folder.resolve("sides/base"))
                    .forEach(module -> found.put(module.key(), module));
        }
        return found;
    }
}
