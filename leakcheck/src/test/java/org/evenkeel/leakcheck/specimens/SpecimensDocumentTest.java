package org.evenkeel.leakcheck.specimens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps the tables of docs/evidence/leak-specimens.md what the annotations say. */
class SpecimensDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/evidence/leak-specimens.md");
    private static final String TABLES = "<!-- tables -->";

    @Test
    void tables_inTheDocument_sayWhatTheAnnotationsSay() throws IOException {
        String document = Files.readString(DOCUMENT);
        String prose = document.substring(0, document.indexOf(TABLES) + TABLES.length());
        String expected = prose + "\n\n" + leaking() + "\n" + clean();
        if (Boolean.getBoolean("specimens.document")) {
            Files.writeString(DOCUMENT, expected);
            return;
        }
        assertThat(document)
                .as(
                        "docs/evidence/leak-specimens.md; to write its tables anew, run this test with -Dspecimens.document=true")
                .isEqualTo(expected);
    }

    private static String leaking() {
        return """
                ## Those that leak

                | specimen | signal | per operation | least threads | why it is a leak | held by | allocated in |
                | --- | --- | --- | --- | --- | --- | --- |
                """ + Specimens.LEAKING.stream().map(SpecimensDocumentTest::row).collect(Collectors.joining());
    }

    private static String row(Class<?> type) {
        Leaks leaks = Specimens.leaks(type);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s%s %s | %d | %s | %s | %s |\n",
                type.getSimpleName(),
                leaks.signal().label(),
                leaks.scheduleDecides() ? "at most " : "",
                new BigDecimal(leaks.perOperation())
                        .round(new MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString(),
                leaks.signal().unit(),
                leaks.minimumThreads(),
                leaks.why(),
                leaks.holder(),
                leaks.allocates());
    }

    private static String clean() {
        return """
                ## Those that do not

                | specimen | levels off after | holds at most | why it is no leak |
                | --- | --- | --- | --- |
                """
                + Specimens.CLEAN.stream()
                        .map(type -> String.format(
                                Locale.ROOT,
                                "| %s | %,d operations | %,d KiB%s | %s |\n",
                                type.getSimpleName(),
                                Specimens.clean(type).levelsOffAfter(),
                                (Specimens.clean(type).holdsAtMostBytes() + 1_023) / 1_024,
                                Specimens.clean(type).swings() ? ", up and down" : "",
                                Specimens.clean(type).why()))
                        .collect(Collectors.joining());
    }
}
