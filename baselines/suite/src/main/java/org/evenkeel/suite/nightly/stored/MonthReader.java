package org.evenkeel.suite.nightly.stored;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.compare.samples.MachineSpeed;
import org.evenkeel.suite.nightly.samples.Night;

/**
 * Reads the bytes of one file of nights, line by line and once: a year of a thousand benchmarks has some twenty million.
 *
 * <p>A block that is not whole is counted and passed over. What it declares is taken in all the same, because later
 * nights rely on it; each declaration has a checksum of its own.
 */
final class MonthReader {

    static final String NIGHT = "night ";
    static final String SERIES = "series ";
    static final String END = "end ";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> FACTS = new TypeReference<>() {};

    private static final int OUTSIDE = -1;

    /** Digits of the longest number of a series. */
    private static final int MOST_DIGITS = 9;

    private final byte[] text;
    private final SeriesNames names;
    private final DecimalCursor decimals;
    private final SeriesNumbers numbers = new SeriesNumbers();
    private final List<StoredNight> nights = new ArrayList<>();
    private int damaged;

    /** Where the block begins whose lines are read; {@link #OUTSIDE} of any. */
    private int begin = OUTSIDE;

    private String head = "";
    private boolean isSound = true;
    private final List<StoredNight.Result> results = new ArrayList<>();
    private Double[] forks = new Double[8];

    MonthReader(byte[] text, SeriesNames names) {
        this.text = text;
        this.names = names;
        decimals = new DecimalCursor(text);
        int at = 0;
        while (at < text.length) {
            at = isDigit(text[at]) ? readNumbers(at) : readWords(at);
        }
        abandon();
    }

    /** The whole nights, in the order of the file. */
    List<StoredNight> nights() {
        return nights;
    }

    /** What numbers mean at the end of the file. */
    SeriesNumbers numbers() {
        return numbers;
    }

    /** How many nights were begun and never ended. */
    int damaged() {
        return damaged;
    }

    /**
     * A line of numbers: that of the series, then one for each fork.
     *
     * @return where the next line begins
     */
    private int readNumbers(int from) {
        int at = from;
        int number = 0;
        while (at < text.length && isDigit(text[at]) && at - from < MOST_DIGITS) {
            number = number * 10 + (text[at] - '0');
            at++;
        }
        if (begin == OUTSIDE) {
            return lineEnd(at) + 1;
        }
        int count = 0;
        try {
            while (at < text.length && text[at] == ' ') {
                if (count == forks.length) {
                    forks = Arrays.copyOf(forks, 2 * count);
                }
                decimals.moveTo(at + 1);
                forks[count] = decimals.next();
                count++;
                at = decimals.at();
            }
        } catch (NumberFormatException damagedNumber) {
            count = 0;
        }
        int end = lineEnd(at);
        if (count == 0 || at != end) {
            isSound = false;
            return end + 1;
        }
        numbers.use(number);
        SeriesLine line = numbers.line(number);
        if (line != null) {
            List<Double> values = List.of(Arrays.copyOf(forks, count));
            results.add(new StoredNight.Result(line.identity(), line.metric(), values));
        }
        return end + 1;
    }

    /** Any other line. */
    private int readWords(int from) {
        int to = lineEnd(from);
        String line = new String(text, from, to - from, StandardCharsets.UTF_8);
        if (line.startsWith(NIGHT)) {
            abandon();
            begin = from;
            head = line;
            isSound = true;
            results.clear();
        } else if (line.startsWith(SERIES)) {
            declare(line);
        } else if (line.startsWith(END)) {
            end(from, line);
        }
        return to + 1;
    }

    private void declare(String line) {
        String[] words = line.split(" ", 4);
        if (words.length == 4 && words[2].equals(Checksum.of(words[1] + words[3]))) {
            try {
                numbers.declare(Integer.parseInt(words[1]), names.of(words[3]));
            } catch (JsonProcessingException | IllegalArgumentException onlyNewerVersionsKnow) {
                // The numbers of this series are passed over, like those of one whose declaration is damaged.
            }
        }
    }

    private void end(int from, String line) {
        boolean isWhole = begin != OUTSIDE
                && isSound
                && line.substring(END.length()).strip().equals(Checksum.of(text, begin, from));
        if (!isWhole || !take()) {
            damaged++;
        }
        begin = OUTSIDE;
    }

    private void abandon() {
        if (begin != OUTSIDE) {
            damaged++;
        }
    }

    private boolean take() {
        String[] words = head.split(" ", 6);
        if (words.length < 6) {
            return false;
        }
        try {
            SortedMap<String, String> facts = MAPPER.readValue(words[5], FACTS);
            SortedMap<String, String> speed = MachineSpeed.facts(facts);
            facts.keySet().removeAll(speed.keySet());
            Night night = new Night(
                    Integer.parseInt(words[1]),
                    Long.parseLong(words[2]),
                    words[4].equals(MonthFile.NO_COMMIT) ? "" : words[4],
                    facts,
                    speed);
            nights.add(new StoredNight(words[3], night, results));
            return true;
        } catch (JsonProcessingException | IllegalArgumentException notWrittenByUs) {
            return false;
        }
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        return end;
    }

    private static boolean isDigit(byte letter) {
        return letter >= '0' && letter <= '9';
    }
}
