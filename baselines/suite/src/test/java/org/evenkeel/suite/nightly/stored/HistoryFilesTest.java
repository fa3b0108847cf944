package org.evenkeel.suite.nightly.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.suite.nightly.samples.Night;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the files of a history in the hands of others: people who copy them, and version control. */
class HistoryFilesTest {

    private static final long NOVEMBER = 1_700_000_000_000L;

    @TempDir
    Path folder;

    @TempDir
    Path clone;

    @Test
    void nights_filesOfTwoClonesPutTogether_areAllThereAndEachNumberIsOfItsBenchmark() throws IOException {
        HistoryStore store = new HistoryStore(folder);
        store.append(List.of(AppendNights.night("both", NOVEMBER, 2)));
        Path copy = clone.resolve(folder.relativize(file()));
        Files.createDirectories(copy.resolveSibling(""));
        Files.copy(file(), copy);
        int common = Files.readAllBytes(file()).length;
        StoredNight mine = only("mine", 7);
        StoredNight theirs = only("theirs", 8);
        store.append(List.of(mine, only("mine-later", 7)));
        new HistoryStore(clone).append(List.of(theirs, only("theirs-later", 8)));

        byte[] others = Files.readAllBytes(copy);
        Files.write(file(), Arrays.copyOfRange(others, common, others.length), StandardOpenOption.APPEND);
        store.append(List.of(only("mine-last", 7), only("theirs-last", 8)));

        List<StoredNight> nights = store.nights();
        assertThat(nights).extracting(night -> night.night().run()).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(nights)
                .filteredOn(night -> night.id().startsWith("mine"))
                .hasSize(3)
                .allMatch(night -> night.results().equals(mine.results()));
        assertThat(nights)
                .filteredOn(night -> night.id().startsWith("theirs"))
                .hasSize(3)
                .allMatch(night -> night.results().equals(theirs.results()));
        assertThat(store.history().nights()).hasSize(7);
        assertThat(store.damaged()).isZero();
    }

    @Test
    void nights_fileThatWasCopiedBesideItself_countOnce() throws IOException {
        HistoryStore store = new HistoryStore(folder);
        store.append(List.of(AppendNights.night("a", NOVEMBER, 2), AppendNights.night("b", NOVEMBER, 2)));
        List<StoredNight> before = store.nights();
        Files.copy(file(), file().resolveSibling("copy.nights"));

        assertThat(store.nights()).isEqualTo(before);
        assertThat(store.append(List.of(AppendNights.night("b", NOVEMBER, 2)))).isZero();
    }

    @Test
    void nights_linesThatEndInTwoCharacters_areReadAndAppendedTo() throws IOException {
        HistoryStore store = new HistoryStore(folder);
        store.append(List.of(AppendNights.night("a", NOVEMBER, 3), AppendNights.night("b", NOVEMBER, 3)));
        List<StoredNight> written = store.nights();
        Files.writeString(file(), Files.readString(file()).replace("\n", "\r\n"));

        assertThat(store.nights()).hasSize(2).isEqualTo(written);
        store.append(List.of(AppendNights.night("c", NOVEMBER, 3)));
        assertThat(store.nights()).extracting(StoredNight::id).containsExactly("a", "b", "c");
        assertThat(store.damaged()).isZero();
    }

    @Test
    void append_commitWithBlanks_isKeptAsOneWord() {
        HistoryStore store = new HistoryStore(folder);
        StoredNight night = AppendNights.night("a", NOVEMBER, 1);
        store.append(List.of(new StoredNight(
                "a", new Night(0, NOVEMBER, " 1a2b3c and more ", night.night().environment()), night.results())));

        assertThat(store.nights()).extracting(stored -> stored.night().commit()).containsExactly("1a2b3c_and_more");
    }

    /** A night with one benchmark, the last of so many. */
    private static StoredNight only(String id, int benchmarks) {
        StoredNight night = AppendNights.night(id, NOVEMBER, benchmarks);
        return new StoredNight(id, night.night(), List.of(night.results().get(benchmarks - 1)));
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".nights"))
                    .filter(file -> !file.endsWith("copy.nights"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
