package org.evenkeel.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release into a folder, signed by a key that is thrown away, and a project that knows that folder and nothing else of ours. */
@Tag("long")
@Tag("commands")
class ReleaseIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String VERSION = "0.0.1-it";
    private static final List<String> JARS = List.of(
            "evenkeel-workload",
            "evenkeel-hotpaths",
            "evenkeel-jmh",
            "evenkeel-leakcheck",
            "evenkeel-kernel",
            "evenkeel-compare",
            "evenkeel-suite",
            "evenkeel-http",
            "evenkeel-maven-plugin");

    @TempDir
    static Path folder;

    private static Path repository = Path.of("");
    private static Map<String, String> keys = Map.of();

    @BeforeAll
    static void release() throws Exception {
        repository = folder.resolve("repository");
        // Short, since the agent's socket lies in it and a socket's name has at most a hundred characters.
        Path home = Files.createTempDirectory("gpg");
        keys = Map.of("GNUPGHOME", home.toString(), "ALLOW_DIRTY", "yes");
        Shell.run(folder, Map.of(), "chmod", "700", home.toString()).succeeded();
        Shell.run(
                        folder,
                        keys,
                        "gpg",
                        "--batch",
                        "--passphrase",
                        "",
                        "--quick-generate-key",
                        "Evenkeel test <test@acme.org>",
                        "default",
                        "default",
                        "never")
                .succeeded();
        Shell.run(
                        folder,
                        keys,
                        ROOT.resolve("scripts/release").toString(),
                        VERSION,
                        repository.toUri().toString())
                .succeeded();
    }

    @Test
    void release_hasWhatMavenCentralAsksFor() throws Exception {
        for (String artifact : JARS) {
            for (String end : List.of(".jar", "-sources.jar", "-javadoc.jar", ".pom", "-cyclonedx.json")) {
                Path file = file(artifact, end);
                assertThat(file).isRegularFile();
                Shell.run(folder, keys, "gpg", "--verify", file + ".asc", file.toString())
                        .succeeded();
            }
        }
        for (String artifact : List.of("evenkeel", "evenkeel-bom")) {
            assertThat(file(artifact, ".pom.asc")).isRegularFile();
            assertThat(file(artifact, ".pom"))
                    .content()
                    .contains("<name>", "<description>", "<url>", "<licenses>", "<developers>", "<scm>")
                    .contains("<version>" + VERSION + "</version>")
                    .doesNotContain("SNAPSHOT");
        }
    }

    @Test
    void release_hasTheCommandAsOneJar_thatKnowsItsVersion() throws Exception {
        String said = Shell.run(
                        folder,
                        Map.of(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        file("evenkeel-suite", "-shaded.jar").toString(),
                        "--version")
                .succeeded();

        assertThat(said).contains("evenkeel " + VERSION + " (commit ");
    }

    @Test
    void sbom_namesWhatTheJarCarries() throws IOException {
        assertThat(file("evenkeel-suite", "-cyclonedx.json"))
                .content()
                .contains("\"CycloneDX\"")
                .contains("pkg:maven/com.fasterxml.jackson.core/jackson-databind@")
                .contains("pkg:maven/tools.profiler/async-profiler@")
                .doesNotContain("pkg:maven/org.junit.jupiter");
    }

    @Test
    void consumer_whoKnowsThatFolderAlone_checksForLeaks_withNothingElseOnItsClassPath() throws Exception {
        StrangersProject project = StrangersProject.copyOf("consumer", folder.resolve("consumer"));
        Path settings = ItRepository.settings(folder.resolve("local"), repository);

        String tests = project.maven(settings, "test", "-Devenkeel.version=" + VERSION, "-Dstyle.color=never")
                .succeeded();
        String tree = project.maven(
                        settings,
                        "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:tree",
                        "-Devenkeel.version=" + VERSION,
                        "-Dincludes=org.evenkeel,com.fasterxml.*,com.squareup.*,org.jetbrains.*,org.apache.commons,tools.profiler")
                .succeeded();

        assertThat(tests).contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0");
        assertThat(tree)
                .contains("org.evenkeel:evenkeel-leakcheck:jar:" + VERSION + ":test")
                .contains("org.evenkeel:evenkeel-workload:jar:" + VERSION + ":test")
                .doesNotContain("jackson", "kotlin", "okio", "shark", "async-profiler", "commons-math3", "jmustache");
    }

    private static Path file(String artifact, String end) throws IOException {
        Path place = repository.resolve("org/evenkeel").resolve(artifact).resolve(VERSION);
        try (Stream<Path> files = Files.list(place)) {
            assertThat(files).as(place.toString()).isNotEmpty();
        }
        return place.resolve(artifact + "-" + VERSION + end);
    }
}
