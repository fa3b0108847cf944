package org.evenkeel.maven.side;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Children;
import org.evenkeel.kernel.Trees;
import org.evenkeel.suite.sides.GitTree;
import org.jspecify.annotations.Nullable;

/**
 * The Maven that runs already, once more: the same installation, JDK, settings, local repository, profiles, properties and
 * modules, and off line where this one is.
 *
 * @param home of the installation
 * @param options as they stand on its command line
 * @param plugin coordinates of this plugin, for the goal that describes a module
 * @param phase what is to be built; {@code test-compile} compiles all that there is
 */
public record ChildMaven(Path home, List<String> options, String plugin, String phase) {

    /** Where the goal that describes writes to. Its being set is how the other goals know that they run in a child. */
    public static final String DESCRIBE = "evenkeel.describe";

    private static final String ERROR = "[ERROR]";

    /** Of a message; a compiler may tell a hundred. */
    private static final int MOST_LINES = 4;

    public ChildMaven {
        options = List.copyOf(options);
    }

    /**
     * Builds a tree and has its modules described.
     *
     * @param what is built, for messages
     * @param folder the folder of the project in that tree
     * @param log gets what Maven prints
     * @throws BadInputException when it does not build
     */
    public List<ModuleSide> describe(String what, Path folder, Path log) throws IOException, InterruptedException {
        // Outside of the project, whose build may look at each file in it, as one that wants a licence at the head of
        // all.
        Path description = Files.createTempDirectory("evenkeel-modules");
        try {
            build(what, folder, description, log);
            return ModuleSide.readAll(description);
        } finally {
            Trees.delete(description);
        }
    }

    private void build(String what, Path folder, Path description, Path log) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(executable().toString());
        command.addAll(List.of("-B", "-ntp", "-Dstyle.color=never"));
        command.addAll(options);
        command.addAll(List.of(
                "-DskipTests",
                "-Dmaven.test.skip=false",
                "-D" + DESCRIBE + "=" + description,
                phase,
                plugin + ":describe"));
        Files.createDirectories(log.resolveSibling(""));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // A Maven that was started through the wrapper of one tree must not look for another in its own.
        builder.environment().remove("MAVEN_BASEDIR");
        builder.environment().remove("MAVEN_PROJECTBASEDIR");
        Process maven = Children.start(builder);
        try {
            maven.getOutputStream().close();
            if (!maven.waitFor(GitTree.BUILD_WITHIN.toMinutes(), TimeUnit.MINUTES)) {
                throw new BadInputException(what + " was not built by mvn " + phase + " within "
                        + GitTree.BUILD_WITHIN.toMinutes() + " min; see " + log + " for where it stands");
            }
            if (maven.exitValue() != 0) {
                throw new BadInputException(what + " does not build by mvn " + phase + ": " + reason(log) + "; see "
                        + log + (phase.equals("test-compile") ? ", or try -Devenkeel.phase=package" : ""));
            }
        } finally {
            Children.kill(maven);
        }
    }

    /** Maven knows where a file would be that most people do not have, and refuses to be told of it. */
    public static List<String> fileOption(String name, @Nullable File file) {
        return file == null || !file.isFile() ? List.of() : List.of(name, file.getAbsolutePath());
    }

    private Path executable() {
        boolean windows = File.separatorChar == '\\';
        Path mvn = home.resolve("bin").resolve(windows ? "mvn.cmd" : "mvn");
        if (!Files.isExecutable(mvn)) {
            throw new BadInputException(
                    "expected Maven's command at " + mvn + ", found none; start Maven by its command");
        }
        return mvn;
    }

    /** The first error that Maven told, which may go on for some lines, as the rules of an enforcer do. */
    static String reason(Path log) throws IOException {
        // A build prints what the user's locale can write, which need not be UTF-8.
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            String told = lines.filter(ChildMaven::isError)
                    .map(line -> line.substring(ERROR.length()).strip())
                    .limit(MOST_LINES)
                    .collect(Collectors.joining(" "));
            int help = told.indexOf("-> [Help");
            String reason = (help < 0 ? told : told.substring(0, help)).strip();
            return reason.isEmpty() ? "no message" : reason;
        }
    }

    private static boolean isError(String line) {
        return line.startsWith(ERROR) && line.length() > ERROR.length() + 1;
    }

    /**
     * Options that hand a running Maven's own on.
     *
     * @param userProperties what was given by {@code -D}
     * @param own those of this plugin, which are not for the build
     */
    public static List<String> properties(Map<String, String> userProperties, List<String> own) {
        List<String> options = new ArrayList<>();
        new TreeMap<>(userProperties).forEach((name, value) -> {
            if (!own.contains(name) && !name.startsWith("evenkeel.") && !name.equals("skipTests")) {
                options.add("-D" + name + "=" + value);
            }
        });
        return options;
    }
}
