package org.evenkeel.suite.sides;

import java.nio.file.Files;
import java.nio.file.Path;
import org.evenkeel.kernel.BadInputException;

/**
 * How a repository makes the jar that is measured.
 *
 * @param command for the shell, run in the top folder of a tree
 * @param jar what it makes, relative to that folder
 */
public record JarBuild(String command, Path jar) {

    private static final Path OWN_MODULE = Path.of("benchmarks", "jmh");

    private static final JarBuild OWN = new JarBuild(
            "mvn -q -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true"
                    + " -pl benchmarks/workload,benchmarks/hotpaths,benchmarks/jmh -am package",
            OWN_MODULE.resolve("target/benchmarks.jar"));

    /**
     * The build of this tool's own repository.
     *
     * @param instead what to do where the repository is another
     * @throws BadInputException when it is another
     */
    public static JarBuild ownOf(Path repository, String instead) {
        if (!Files.isRegularFile(repository.resolve(OWN_MODULE).resolve("pom.xml"))) {
            throw new BadInputException(repository
                    + " is not the repository of this tool, so only you know how its jar is built; " + instead);
        }
        return OWN;
    }
}
