package org.evenkeel.suite.nightly.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.stored.EnvironmentName;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Life;
import org.evenkeel.suite.nightly.samples.Night;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryStoreTest {

    private static final long NOVEMBER = 1_700_000_000_000L;

    /** The issue asks for 200; a few of them are in each build: {@code -Devenkeel.kills=200} does them all. */
    private static final int KILLS = Integer.getInteger("evenkeel.kills", 12);

    @TempDir
    Path folder;

    @Test
    void append_nights_comeBackAsTheyWere() {
        HistoryStore store = new HistoryStore(folder);
        assertThat(store.append(List.of(AppendNights.night("a", NOVEMBER, 3), AppendNights.night("b", NOVEMBER, 4))))
                .isEqualTo(2);
        assertThat(store.append(List.of(AppendNights.night("c", NOVEMBER, 2)))).isEqualTo(1);

        List<StoredNight> nights = store.nights();
        assertThat(nights).extracting(StoredNight::id).containsExactly("a", "b", "c");
        assertThat(nights).extracting(night -> night.night().run()).containsExactly(0, 1, 2);
        assertThat(nights.get(1).results())
                .isEqualTo(AppendNights.night("b", NOVEMBER, 4).results());
        assertThat(nights.get(0).night().environment()).containsEntry("jvm.version", "17");
        History history = store.history();
        assertThat(history.lives()).hasSize(4);
        assertThat(history.lives().get(0).points())
                .extracting(Life.Point::night)
                .containsExactly(0, 1, 2);
    }

    @Test
    void append_nightThatIsThere_isNotStoredAgain() {
        HistoryStore store = new HistoryStore(folder);
        store.append(List.of(AppendNights.night("a", NOVEMBER, 1)));

        assertThat(store.append(List.of(AppendNights.night("a", NOVEMBER, 1)))).isZero();
        assertThat(store.nights()).hasSize(1);
    }

    @Test
    void append_clockThatJumpsBack_keepsTheOrderInWhichNightsWereStored() {
        HistoryStore store = new HistoryStore(folder);
        long year = TimeUnit.DAYS.toMillis(365);
        store.append(List.of(AppendNights.night("a", NOVEMBER, 1)));
        store.append(List.of(AppendNights.night("b", NOVEMBER + 40 * year, 1)));
        store.append(List.of(AppendNights.night("c", NOVEMBER - 10 * year, 1)));
        store.append(List.of(AppendNights.night("d", 0, 1)));

        assertThat(store.nights()).extracting(StoredNight::id).containsExactly("a", "b", "c", "d");
    }

    @Test
    void append_afterAFileWasCutAnywhere_losesOnlyTheNightThatWasCut() throws IOException {
        HistoryStore store = new HistoryStore(folder);
        for (int night = 0; night < 6; night++) {
            store.append(List.of(AppendNights.night("n" + night, NOVEMBER, 5)));
        }
        Path file = file();
        byte[] whole = Files.readAllBytes(file);
        String text = new String(whole, StandardCharsets.UTF_8);
        Random random = new Random(101);
        for (int cut = 0; cut < 400; cut++) {
            int length = random.nextInt(whole.length + 1);
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            int complete = (int) text.substring(0, length)
                    .lines()
                    .filter(line -> line.startsWith("end "))
                    .count();
            // The last of these may be cut in the middle of its checksum.
            boolean isWhole = length == 0
                    || text.charAt(length - 1) == '\n'
                    || (length < whole.length && text.charAt(length) == '\n');
            int least = isWhole ? complete : complete - 1;

            store.append(List.of(AppendNights.night("later" + cut, NOVEMBER, 2)));

            List<String> ids = store.nights().stream().map(StoredNight::id).toList();
            assertThat(ids)
                    .as("cut at %d", length)
                    .endsWith("later" + cut)
                    .hasSizeBetween(Math.max(0, least) + 1, complete + 1);
            assertThat(ids.subList(0, ids.size() - 1))
                    .isEqualTo(Stream.iterate(0, i -> i + 1)
                            .limit(ids.size() - 1L)
                            .map(i -> "n" + i)
                            .toList());
        }
    }

    @Test
    void append_byteThatFlips_losesNoOtherNight() throws IOException {
        HistoryStore store = new HistoryStore(folder);
        for (int night = 0; night < 4; night++) {
            store.append(List.of(AppendNights.night("n" + night, NOVEMBER, 3)));
        }
        byte[] whole = Files.readAllBytes(file());
        Random random = new Random(103);
        for (int flip = 0; flip < 200; flip++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(7));
            Files.write(file(), damaged);

            List<StoredNight> nights = store.nights();
            assertThat(nights).hasSizeGreaterThanOrEqualTo(2);
            // At most the name of one benchmark is lost, and with it that benchmark; no number gets another name.
            assertThat(nights.get(nights.size() - 1).results())
                    .hasSizeBetween(2, 3)
                    .isSubsetOf(AppendNights.night("n", NOVEMBER, 3).results());
            store.append(List.of(AppendNights.night("later", NOVEMBER, 3)));
            assertThat(store.nights().get(store.nights().size() - 1).results())
                    .isEqualTo(AppendNights.night("n", NOVEMBER, 3).results());
        }
    }

    @Test
    void append_killedAtRandomMoments_losesNothingThatWasStored() throws Exception {
        Random random = new Random(107);
        HistoryStore store = new HistoryStore(folder);
        List<String> stored = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = appender("k" + kill + "-", 100_000);
            try (BufferedReader out = process.inputReader()) {
                stored.add(String.valueOf(out.readLine()));
                Thread.sleep(random.nextInt(60));
                // Not through the process itself, which would close the stream that says what was stored.
                process.toHandle().destroyForcibly();
                out.lines().forEach(stored::add);
            }
            process.waitFor();
        }
        List<String> ids = store.nights().stream().map(StoredNight::id).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids)
                .containsAll(stored.stream()
                        .filter(line -> line.startsWith("stored "))
                        .map(line -> line.substring(7))
                        .toList());
        assertThat(store.nights())
                .allSatisfy(night -> assertThat(night.results()).hasSize(40));
    }

    @Test
    void append_noRoomLeft_saysSoAndKeepsWhatWasThere() throws Exception {
        // A limit on the size of a file ends a write half-way, as a full disk does.
        Process process = new ProcessBuilder(
                        "bash",
                        "-c",
                        "ulimit -f 32 && exec \"$0\" \"$@\"",
                        java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendNights.class.getName(),
                        folder.toString(),
                        "n",
                        "1000")
                .redirectErrorStream(true)
                .start();
        List<String> lines = process.inputReader().lines().toList();

        assertThat(process.waitFor()).as(lines.toString()).isEqualTo(2);
        assertThat(lines.get(lines.size() - 1))
                .contains("cannot append to the history")
                .contains("what was there is unchanged");
        HistoryStore store = new HistoryStore(folder);
        assertThat(store.nights()).hasSize(lines.size() - 1);
        assertThat(store.damaged()).isZero();
    }

    @Test
    void append_importOfWhatHappenedBefore_isPutWhereItBelongs() {
        HistoryStore store = new HistoryStore(folder);
        long day = TimeUnit.DAYS.toMillis(1);
        store.append(List.of(
                AppendNights.night("import:3", NOVEMBER + 3 * day, 1),
                AppendNights.night("import:1", NOVEMBER + day, 2),
                AppendNights.night("here", NOVEMBER + 4 * day, 3)));
        store.append(List.of(AppendNights.night("import:2", NOVEMBER + 2 * day, 4)));

        assertThat(store.nights())
                .extracting(StoredNight::id)
                .containsExactly("import:1", "import:2", "import:3", "here");
        assertThat(store.nights()).extracting(night -> night.night().run()).containsExactly(0, 1, 2, 3);
        assertThat(store.append(List.of(AppendNights.night("next", NOVEMBER + 5 * day, 1))))
                .isOne();
        assertThat(store.nights().get(4).night().run()).isEqualTo(4);
    }

    @Test
    void append_secondOfTwoFilesCannotBeWritten_keepsTheFirstAsItWas() throws Exception {
        HistoryStore store = new HistoryStore(folder);
        StoredNight elsewhere = on("elsewhere", "cpu.model", "other");
        store.append(List.of(AppendNights.night("a", NOVEMBER, 1)));
        Path inTheWay = folder.resolve(
                EnvironmentName.of(new Environment(elsewhere.night().environment(), new TreeMap<>())));
        Files.createFile(inTheWay);
        assertThat(inTheWay).as("is written last").isGreaterThan(file().getParent());

        assertThatThrownBy(() -> store.append(List.of(AppendNights.night("b", NOVEMBER, 2), elsewhere)))
                .hasMessageContaining("what was there is unchanged");

        assertThat(store.nights()).extracting(StoredNight::id).containsExactly("a");
        assertThat(store.damaged()).isZero();
    }

    @Test
    void append_twoProcessesAtOnce_loseNothing() throws Exception {
        Process one = appender("one", 25);
        Process other = appender("other", 25);
        one.inputReader().lines().forEach(line -> {});
        other.inputReader().lines().forEach(line -> {});
        assertThat(one.waitFor()).isZero();
        assertThat(other.waitFor()).isZero();

        List<StoredNight> nights = new HistoryStore(folder).nights();
        assertThat(nights).hasSize(50);
        assertThat(nights).extracting(night -> night.night().run()).doesNotHaveDuplicates();
    }

    @Test
    void history_otherMachine_isLeftOutAndAnotherJvmIsNot() {
        HistoryStore store = new HistoryStore(folder);
        store.append(List.of(
                on("elsewhere", "cpu.model", "other"),
                on("before", "jvm.version", "11"),
                AppendNights.night("now", NOVEMBER, 1)));

        assertThat(store.history().nights()).extracting(Night::run).containsExactly(1, 2);
        assertThat(store.nights()).hasSize(3);
    }

    @Test
    void append_machineOfAnotherSpeed_isTheSameMachineAndItsSpeedIsKept() {
        HistoryStore store = new HistoryStore(folder);
        store.append(List.of(atSpeed("fast", "900.0"), atSpeed("slow", "1400.0")));

        assertThat(folder.toFile().list((in, name) -> !name.startsWith("."))).hasSize(1);
        assertThat(store.history().nights())
                .extracting(night -> night.speed().get("yardstick.us"))
                .containsExactly("900.0", "1400.0");
        assertThat(store.history().nights())
                .allSatisfy(night -> assertThat(night.environment()).doesNotContainKey("yardstick.us"));
    }

    private static StoredNight atSpeed(String id, String micros) {
        StoredNight night = AppendNights.night(id, NOVEMBER, 1);
        TreeMap<String, String> speed = new TreeMap<>(Map.of("yardstick.us", micros));
        return new StoredNight(id, new Night(0, NOVEMBER, "abc", night.night().environment(), speed), night.results());
    }

    private static StoredNight on(String id, String fact, String value) {
        StoredNight night = AppendNights.night(id, NOVEMBER, 1);
        TreeMap<String, String> facts = new TreeMap<>(night.night().environment());
        facts.put(fact, value);
        return new StoredNight(id, new Night(0, NOVEMBER, "abc", facts), night.results());
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".nights"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Process appender(String prefix, int count) throws IOException {
        return new ProcessBuilder(
                        java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendNights.class.getName(),
                        folder.toString(),
                        prefix,
                        Integer.toString(count))
                .redirectErrorStream(true)
                .start();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
