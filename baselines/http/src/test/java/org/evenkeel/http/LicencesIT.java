package org.evenkeel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every class of others that a jar carries has its licence in the list that the jar carries too. */
class LicencesIT {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern PACKAGE = Pattern.compile("`([\\w/]+)`");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "baselines/target/baselines.jar",
                "leakcheck/target/leakcheck.jar",
                "baselines/target/evenkeel-http.jar"
            })
    void jar_carriesNothingWithoutItsLicence(String name) throws IOException {
        TreeSet<String> unknown = new TreeSet<>();
        try (JarFile jar = new JarFile(ROOT.resolve(name).toFile())) {
            String list = text(jar, "META-INF/THIRD-PARTY.md");
            List<String> packages = PACKAGE.matcher(list)
                    .results()
                    .map((MatchResult found) -> found.group(1) + "/")
                    .toList();
            assertThat(text(jar, "META-INF/LICENSE-evenkeel")).contains("Apache License");
            assertThat(list).isEqualTo(Files.readString(ROOT.resolve("licenses/THIRD-PARTY.md")));
            jar.stream()
                    .map(entry -> entry.getName().replaceFirst("^META-INF/versions/\\d+/", ""))
                    .filter(entry -> entry.endsWith(".class") && !entry.startsWith("org/evenkeel/"))
                    .filter(entry -> packages.stream().noneMatch(entry::startsWith))
                    .forEach(entry -> unknown.add(entry.substring(0, entry.lastIndexOf('/') + 1)));
        }
        assertThat(unknown)
                .as("packages without a row in licenses/THIRD-PARTY.md")
                .isEmpty();
    }

    private static String text(JarFile jar, String name) throws IOException {
        JarEntry entry = jar.getJarEntry(name);
        assertThat(entry).as(name).isNotNull();
        return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
}
