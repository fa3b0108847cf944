package org.evenkeel.baselines.stored.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.evenkeel.baselines.samples.history.Night;

/** The text of one file of nights: what is in it, and what has to be appended for another night. */
final class MonthFile {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> FACTS = new TypeReference<>() {};

    private static final String NIGHT = "night ";
    private static final String SERIES = "series ";
    private static final String END = "end ";

    private final List<StoredNight> nights = new ArrayList<>();
    private final Map<SeriesLine, Integer> numbers = new HashMap<>();
    private final Map<Integer, SeriesLine> series = new HashMap<>();
    private final boolean endsInALine;
    private int damaged;
    private int largest = -1;

    /** Reads a file's text; what is not a whole block is counted and passed over. */
    MonthFile(String text) {
        endsInALine = text.isEmpty() || text.endsWith("\n");
        int at = text.startsWith(NIGHT) ? 0 : next(text, 0);
        // A file whose first line is damaged begins somewhere else, but its names are still good.
        declare(at < 0 ? text : text.substring(0, at));
        while (at >= 0) {
            int following = next(text, at);
            String block = following < 0 ? text.substring(at) : text.substring(at, following);
            if (!take(block)) {
                damaged++;
            }
            at = following;
        }
    }

    /** The whole nights, in the order of the file. */
    List<StoredNight> nights() {
        return nights;
    }

    /** How many nights were begun and never ended. */
    int damaged() {
        return damaged;
    }

    /** What to append for another night. */
    String append(StoredNight night) throws JsonProcessingException {
        StringBuilder block = new StringBuilder();
        block.append(NIGHT)
                .append(night.night().run())
                .append(' ')
                .append(night.night().epochMillis())
                .append(' ')
                .append(night.id())
                .append(' ')
                .append(night.night().commit().isEmpty() ? "-" : night.night().commit())
                .append(' ')
                .append(MAPPER.writeValueAsString(night.night().environment()))
                .append('\n');
        Map<SeriesLine, Integer> known = new LinkedHashMap<>(numbers);
        int next = largest + 1;
        for (StoredNight.Result result : night.results()) {
            SeriesLine line = new SeriesLine(result.identity(), result.metric());
            if (!known.containsKey(line)) {
                int number = next++;
                known.put(line, number);
                String text = line.text();
                block.append(SERIES)
                        .append(number)
                        .append(' ')
                        .append(checksum(number + text))
                        .append(' ')
                        .append(text)
                        .append('\n');
            }
            block.append(known.get(line));
            for (double fork : result.forks()) {
                block.append(' ')
                        .append(new BigDecimal(fork).round(new MathContext(10)).doubleValue());
            }
            block.append('\n');
        }
        String whole = block + END + checksum(block.toString()) + '\n';
        String separated = endsInALine ? whole : '\n' + whole;
        take(whole);
        return separated;
    }

    private static int next(String text, int from) {
        int found = text.indexOf("\n" + NIGHT, from);
        return found < 0 ? -1 : found + 1;
    }

    private boolean take(String block) {
        declare(block);
        int end = block.lastIndexOf("\n" + END) + 1;
        if (end == 0) {
            return false;
        }
        String content = block.substring(0, end);
        if (!block.substring(end).strip().equals(END + checksum(content))) {
            return false;
        }
        try {
            return parse(content);
        } catch (JsonProcessingException | IllegalArgumentException notWrittenByUs) {
            return false;
        }
    }

    /**
     * Takes in what a block declares, also of a damaged block: later nights rely on it. Each line has a checksum of its
     * own.
     */
    private void declare(String block) {
        for (String line : block.split("\\n", -1)) {
            String[] words = line.split(" ", 4);
            if (line.startsWith(SERIES) && words.length == 4 && words[2].equals(checksum(words[1] + words[3]))) {
                try {
                    SeriesLine declared = SeriesLine.of(words[3]);
                    int number = Integer.parseInt(words[1]);
                    series.put(number, declared);
                    numbers.put(declared, number);
                    largest = Math.max(largest, number);
                } catch (JsonProcessingException | IllegalArgumentException notWrittenByUs) {
                    damaged++;
                }
            }
        }
    }

    private boolean parse(String content) throws JsonProcessingException {
        List<StoredNight.Result> results = new ArrayList<>();
        int lineEnd = content.indexOf('\n');
        String[] head = content.substring(NIGHT.length(), lineEnd).split(" ", 5);
        if (head.length < 5) {
            return false;
        }
        for (int at = lineEnd + 1; at < content.length(); at = lineEnd + 1) {
            lineEnd = content.indexOf('\n', at);
            if (!content.startsWith(SERIES, at)) {
                result(content, at, lineEnd).ifPresent(results::add);
            }
        }
        Night night = new Night(
                Integer.parseInt(head[0]),
                Long.parseLong(head[1]),
                head[3].equals("-") ? "" : head[3],
                MAPPER.readValue(head[4], FACTS));
        nights.add(new StoredNight(head[2], night, results));
        return true;
    }

    /** A line of numbers; nothing where the line that named its benchmark is damaged. */
    private Optional<StoredNight.Result> result(String content, int from, int end) {
        int blank = content.indexOf(' ', from);
        int number = Integer.parseInt(content, from, blank, 10);
        // A number whose name is lost must not be given to another benchmark.
        largest = Math.max(largest, number);
        SeriesLine line = series.get(number);
        if (line == null) {
            return Optional.empty();
        }
        List<Double> forks = new ArrayList<>(5);
        for (int at = blank + 1; at < end; ) {
            int next = content.indexOf(' ', at);
            int stop = next < 0 || next > end ? end : next;
            forks.add(Double.valueOf(content.substring(at, stop)));
            at = stop + 1;
        }
        return Optional.of(new StoredNight.Result(line.identity(), line.metric(), forks));
    }

    /** The ids of the nights that are here. */
    Set<String> ids() {
        return nights.stream().map(StoredNight::id).collect(java.util.stream.Collectors.toSet());
    }

    private static String checksum(String content) {
        CRC32 checksum = new CRC32();
        checksum.update(content.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(checksum.getValue());
    }
}
