package org.evenkeel.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.evenkeel.maven.Shell.Ended;

/** A project of somebody else's in a repository of its own, which Maven is started on as its owner would. */
final class StrangersProject {

    private final Path folder;

    private StrangersProject(Path folder) {
        this.folder = folder;
    }

    /** A copy of a project in {@code src/it}, committed. */
    static StrangersProject copyOf(String name, Path folder) throws IOException, InterruptedException {
        Path from = Path.of("src/it").resolve(name);
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path to = folder.resolve(from.relativize(file).toString());
            Files.createDirectories(to.resolveSibling(""));
            Files.copy(file, to);
        }
        StrangersProject project = new StrangersProject(folder);
        project.git("init", "-q", "-b", "main");
        project.commit("first");
        return project;
    }

    Path folder() {
        return folder;
    }

    /** Commits everything. */
    void commit(String message) throws IOException, InterruptedException {
        git("add", "-A");
        git("-c", "user.name=Ada", "-c", "user.email=ada@acme.org", "commit", "-q", "-m", message);
    }

    /** Changes a source. */
    void edit(String file, String from, String to) throws IOException {
        Path source = folder.resolve(file);
        String text = Files.readString(source);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " has no " + from);
        }
        Files.writeString(source, text.replace(from, to));
    }

    /** Starts a goal of the plugin, by its coordinates, with nothing in the POM. */
    Ended goal(String goal, String... options) throws IOException, InterruptedException {
        return goal(Path.of(System.getProperty("java.home")), goal, options);
    }

    /** The same on another JDK. */
    Ended goal(Path javaHome, String goal, String... options) throws IOException, InterruptedException {
        List<String> all =
                new ArrayList<>(List.of("org.evenkeel:evenkeel-maven-plugin:" + ItRepository.VERSION + ":" + goal));
        all.addAll(List.of(options));
        return maven(javaHome, ItRepository.settings(), all);
    }

    /** Starts Maven. */
    Ended maven(Path settings, String... options) throws IOException, InterruptedException {
        return maven(Path.of(System.getProperty("java.home")), settings, List.of(options));
    }

    private Ended maven(Path javaHome, Path settings, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("evenkeel.it.maven", "/usr/share/maven"), "bin", "mvn")
                        .toString(),
                "-B",
                "-ntp",
                "-s",
                settings.toString()));
        command.addAll(options);
        return Shell.run(folder, Map.of("JAVA_HOME", javaHome.toString()), command.toArray(String[]::new));
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(Arrays.asList(arguments));
        Shell.run(folder, Map.of(), command.toArray(String[]::new)).succeeded();
    }

    /** Files of that name in the folders for results, such as the reports of all runs. */
    List<Path> results(String name) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.getFileName().toString().equals(name))
                    .filter(file -> file.toString().contains("/target/evenkeel/"))
                    .toList();
        }
    }
}
