package org.evenkeel.suite.sides;

import java.nio.file.Path;
import org.evenkeel.kernel.BadInputException;
import org.jspecify.annotations.Nullable;

/**
 * The commit that the work tree is compared with.
 *
 * @param repository whose commit it is
 * @param name what it was asked for by
 * @param hash all of it
 */
public record BaseCommit(Path repository, String name, String hash) {

    private static final int SHORT = 10;

    /**
     * The commit of the repository around a folder.
     *
     * @param asked a commit, branch or tag; null for the last commit where there are changes on top of it, else its parent
     * @throws BadInputException when there is no such commit, no repository or no git
     */
    public static BaseCommit find(Path folder, @Nullable String asked) {
        Path repository = GitTree.repositoryOf(folder);
        String name = asked == null ? GitTree.defaultBase(repository) : asked;
        return new BaseCommit(repository, name, GitTree.commit(repository, name));
    }

    /** Enough of a hash to find the commit by, when the name has long gone on to another. */
    public static String shortened(String hash) {
        return hash.substring(0, Math.min(hash.length(), SHORT));
    }

    /** The base in words. */
    @Override
    public String toString() {
        return "the base " + name + " (" + shortened(hash) + ")";
    }
}
