package org.evenkeel.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** A local repository with what this build has made, so that a project of somebody else's finds it there and nowhere else. */
final class ItRepository {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path FOLDER = Path.of("target/it-repository").toAbsolutePath();
    static final String VERSION = System.getProperty("evenkeel.version", "0.1.0-SNAPSHOT");

    private ItRepository() {}

    /** Makes it anew, but for what other projects fetched into it. */
    static Path make() throws IOException {
        put("", "evenkeel", "pom");
        put("benchmarks/workload", "evenkeel-workload", "jar");
        put("leakcheck", "evenkeel-leakcheck", "jar");
        put("baselines/kernel", "evenkeel-kernel", "jar");
        put("baselines/compare", "evenkeel-compare", "jar");
        put("baselines/suite", "evenkeel-suite", "jar");
        put("maven-plugin", "evenkeel-maven-plugin", "jar");
        Path forms = ROOT.resolve("benchmarks/jmh/target/benchmarks.jar");
        if (Files.isRegularFile(forms)) {
            put("benchmarks/jmh", "evenkeel-jmh", "jar");
            put("benchmarks/hotpaths", "evenkeel-hotpaths", "jar");
            copy(forms, place("evenkeel-jmh", "-shaded.jar"));
        }
        return FOLDER;
    }

    private static void put(String module, String artifact, String packaging) throws IOException {
        Path folder = ROOT.resolve(module);
        copy(folder.resolve("pom.xml"), place(artifact, ".pom"));
        if (packaging.equals("jar")) {
            copy(folder.resolve("target/" + artifact + "-" + VERSION + ".jar"), place(artifact, ".jar"));
        }
    }

    private static Path place(String artifact, String end) {
        return FOLDER.resolve("org/evenkeel")
                .resolve(artifact)
                .resolve(VERSION)
                .resolve(artifact + "-" + VERSION + end);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolveSibling(""));
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Settings by which everything else comes from the repository that this build uses, or from Maven Central. */
    static Path settings() throws IOException {
        return settings(FOLDER, null);
    }

    /**
     * The same with another local repository.
     *
     * @param released one more repository; null for none
     */
    static Path settings(Path local, @Nullable Path released) throws IOException {
        Path file = local.resolveSibling(local.getFileName() + "-settings.xml");
        Path libraries = Path.of(System.getProperty("evenkeel.it.libraries", "none"));
        String all = repository("as-built", libraries, "Repository")
                + (released == null ? "" : repository("released", released, "Repository"));
        Files.writeString(
                file,
                "<settings><localRepository>" + local + "</localRepository><profiles><profile><id>it</id><repositories>"
                        + all.replace("Repository>", "repository>") + "</repositories><pluginRepositories>"
                        + all.replace("Repository>", "pluginRepository>") + "</pluginRepositories></profile></profiles>"
                        + "<activeProfiles><activeProfile>it</activeProfile></activeProfiles></settings>");
        return file;
    }

    private static String repository(String id, Path place, String element) {
        return "<" + element + "><id>" + id + "</id><url>" + place.toUri() + "</url><releases>"
                + "<checksumPolicy>ignore</checksumPolicy></releases><snapshots><enabled>false</enabled></snapshots></"
                + element + ">";
    }
}
