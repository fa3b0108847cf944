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

    /** Reads a file's text; what is not a whole block is counted and passed over. */
    MonthFile(String text) {
        endsInALine = text.isEmpty() || text.endsWith("\n");
        int at = text.startsWith(NIGHT) ? 0 : next(text, 0);
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
        for (StoredNight.Result result : night.results()) {
            SeriesLine line = new SeriesLine(result.identity(), result.metric());
            if (!known.containsKey(line)) {
                known.put(line, known.size());
                block.append(SERIES)
                        .append(known.size() - 1)
                        .append(' ')
                        .append(line.text())
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

    private boolean parse(String content) throws JsonProcessingException {
        Map<Integer, SeriesLine> declared = new HashMap<>();
        List<StoredNight.Result> results = new ArrayList<>();
        int lineEnd = content.indexOf('\n');
        String[] head = content.substring(NIGHT.length(), lineEnd).split(" ", 5);
        if (head.length < 5) {
            return false;
        }
        for (int at = lineEnd + 1; at < content.length(); at = lineEnd + 1) {
            lineEnd = content.indexOf('\n', at);
            if (content.startsWith(SERIES, at)) {
                int blank = content.indexOf(' ', at + SERIES.length());
                declared.put(
                        Integer.parseInt(content, at + SERIES.length(), blank, 10),
                        SeriesLine.of(content.substring(blank + 1, lineEnd)));
            } else {
                results.add(result(content, at, lineEnd, declared));
            }
        }
        Night night = new Night(
                Integer.parseInt(head[0]),
                Long.parseLong(head[1]),
                head[3].equals("-") ? "" : head[3],
                MAPPER.readValue(head[4], FACTS));
        series.putAll(declared);
        declared.forEach((number, line) -> numbers.put(line, number));
        nights.add(new StoredNight(head[2], night, results));
        return true;
    }

    private StoredNight.Result result(String content, int from, int end, Map<Integer, SeriesLine> declared) {
        int blank = content.indexOf(' ', from);
        int number = Integer.parseInt(content, from, blank, 10);
        SeriesLine line = declared.getOrDefault(number, series.get(number));
        if (line == null) {
            throw new IllegalArgumentException("no series " + number);
        }
        List<Double> forks = new ArrayList<>(5);
        for (int at = blank + 1; at < end; ) {
            int next = content.indexOf(' ', at);
            int stop = next < 0 || next > end ? end : next;
            forks.add(Double.valueOf(content.substring(at, stop)));
            at = stop + 1;
        }
        return new StoredNight.Result(line.identity(), line.metric(), forks);
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
