package org.evenkeel.suite.nightly.stored;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** One file of nights: what is in it, and what has to be appended for another night. */
final class MonthFile {

    /** Stands where nobody wrote the commit down. */
    static final String NO_COMMIT = "-";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** No time is known to more digits than these. */
    private static final MathContext DIGITS = new MathContext(10);

    private final List<StoredNight> nights;
    private final SeriesNumbers numbers;
    private final int damaged;
    private boolean endsInALine;

    /**
     * Reads a file.
     *
     * @param names shared by all files of a history
     */
    MonthFile(byte[] text, SeriesNames names) {
        MonthReader reader = new MonthReader(text, names);
        nights = reader.nights();
        numbers = reader.numbers();
        damaged = reader.damaged();
        endsInALine = text.length == 0 || text[text.length - 1] == '\n';
    }

    /** The whole nights, in the order of the file. */
    List<StoredNight> nights() {
        return nights;
    }

    /** How many nights were begun and never ended. */
    int damaged() {
        return damaged;
    }

    /** What to append for another night; the one after it is taken to be appended behind it. */
    String append(StoredNight night) throws JsonProcessingException {
        StringBuilder block = new StringBuilder();
        block.append(MonthReader.NIGHT)
                .append(night.night().run())
                .append(' ')
                .append(night.night().epochMillis())
                .append(' ')
                .append(night.id())
                .append(' ')
                .append(commit(night))
                .append(' ')
                .append(MAPPER.writeValueAsString(facts(night)))
                .append('\n');
        for (StoredNight.Result result : night.results()) {
            SeriesLine line = new SeriesLine(result.identity(), result.metric());
            OptionalInt known = numbers.number(line);
            int number = known.isPresent() ? known.getAsInt() : numbers.give(line);
            if (known.isEmpty()) {
                String text = line.text();
                block.append(MonthReader.SERIES)
                        .append(number)
                        .append(' ')
                        .append(Checksum.of(number + text))
                        .append(' ')
                        .append(text)
                        .append('\n');
            }
            block.append(number);
            for (double fork : result.forks()) {
                block.append(' ').append(rounded(fork));
            }
            block.append('\n');
        }
        String separator = endsInALine ? "" : "\n";
        endsInALine = true;
        return separator + block + MonthReader.END + Checksum.of(block.toString()) + '\n';
    }

    /** What is kept of a number, here and in a database, so that both are judged alike. */
    static double rounded(double fork) {
        return new BigDecimal(fork).round(DIGITS).doubleValue();
    }

    private static SortedMap<String, String> facts(StoredNight night) {
        SortedMap<String, String> facts = new TreeMap<>(night.night().environment());
        facts.putAll(night.night().speed());
        return facts;
    }

    /** Blanks separate words here; a name with blanks in it, which no version control gives, gets other ones. */
    private static String commit(StoredNight night) {
        String commit = night.night().commit().strip().replaceAll("\\s+", "_");
        return commit.isEmpty() ? NO_COMMIT : commit;
    }
}
