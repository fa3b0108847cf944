package org.evenkeel.suite.nightly.stored;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The numbers by which a file calls its series, as they stand at one place of it. */
final class SeriesNumbers {

    private final Map<Integer, SeriesLine> lines = new HashMap<>();
    private final Map<SeriesLine, Integer> numbers = new HashMap<>();
    private int largest = -1;

    /**
     * From here on the number means this series. Where two files were put together, a number may have meant another one
     * before; that other one then has none, and will be declared again.
     */
    void declare(int number, SeriesLine line) {
        SeriesLine before = lines.put(number, line);
        if (before != null) {
            numbers.remove(before, number);
        }
        numbers.put(line, number);
        use(number);
    }

    /** A number that is written somewhere, with a name or without: it must not be given to another series. */
    void use(int number) {
        largest = Math.max(largest, number);
    }

    /** What a number means; null where the line that said so is damaged. */
    @Nullable
    SeriesLine line(int number) {
        return lines.get(number);
    }

    /** The number of a series, if it has one. */
    OptionalInt number(SeriesLine line) {
        Integer number = numbers.get(line);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Declares a series under a number of its own. */
    int give(SeriesLine line) {
        int number = largest + 1;
        declare(number, line);
        return number;
    }
}
