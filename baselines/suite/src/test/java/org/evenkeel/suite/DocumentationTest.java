package org.evenkeel.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenkeel.leakcheck.command.Leakcheck;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Pages that say what is so: links that lead somewhere, commands that exist with the options that are shown, tasks on one page. */
class DocumentationTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

    /** Commands, with what is behind a {@code #} left out. */
    private static final Pattern COMMAND = Pattern.compile("^(?:.*&& )?scripts/([a-z]+)((?: [^#\\n]*)?)(?:#.*)?$");

    /** In a sentence or a table, with at least one argument. */
    private static final Pattern INLINE = Pattern.compile("`(scripts/(?!release )[a-z]+ [^`]+)`");

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    private static final int MOST_WORDS = 600;

    @TestFactory
    Stream<DynamicTest> links_leadSomewhere() throws IOException {
        return pages("").stream()
                .map(page -> DynamicTest.dynamicTest(name(page), () -> {
                    Matcher links = LINK.matcher(Files.readString(page));
                    while (links.find()) {
                        String file = links.group(1).replaceFirst("#.*", "");
                        if (!file.isEmpty() && !file.startsWith("http")) {
                            assertThat(page.resolveSibling(file))
                                    .as(links.group())
                                    .exists();
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> commands_existWithTheirOptions() throws IOException {
        return pages("docs/use").stream()
                .flatMap(page -> commands(page).stream()
                        .map(command -> DynamicTest.dynamicTest(name(page) + ": " + command, () -> parse(command))));
    }

    @Test
    void commands_ofTheReadme_existWithTheirOptions() {
        List<String> commands = commands(ROOT.resolve("README.md"));

        assertThat(commands).isNotEmpty();
        commands.forEach(DocumentationTest::parse);
    }

    @TestFactory
    Stream<DynamicTest> tasks_areShort() throws IOException {
        return pages("docs/use").stream()
                .map(page -> DynamicTest.dynamicTest(name(page), () -> {
                    String prose = Files.readString(page).replaceAll("(?s)```.*?```", "");
                    assertThat(prose.split("\\s+")).hasSizeLessThanOrEqualTo(MOST_WORDS);
                }));
    }

    private static void parse(String command) {
        Matcher matcher = COMMAND.matcher(command);
        assertThat(matcher.matches()).as(command).isTrue();
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(matcher.group(2).replaceAll("(^| )[12]?> .*|\\| .*|&& .*", ""));
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        boolean isLeakcheck = matcher.group(1).equals("leakcheck");
        CommandLine line = new CommandLine(isLeakcheck ? new Leakcheck() : new Evenkeel());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        if (!isLeakcheck) {
            words.add(0, matcher.group(1));
        }
        try {
            line.parseArgs(words.toArray(String[]::new));
        } catch (ParameterException e) {
            throw new AssertionError(command + ": " + e.getMessage(), e);
        }
    }

    private static List<String> commands(Path page) {
        List<String> commands = new ArrayList<>();
        boolean isCode = false;
        try {
            for (String text : Files.readAllLines(page)) {
                isCode = text.startsWith("```") != isCode;
                if (isCode && COMMAND.matcher(text.strip()).matches()) {
                    commands.add(text.strip());
                }
                Matcher inline = INLINE.matcher(isCode ? "" : text);
                while (inline.find()) {
                    commands.add(inline.group(1));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return commands;
    }

    private static List<Path> pages(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder), 5)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !name(file).contains("target/"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path page) {
        return ROOT.relativize(page).toString();
    }
}
