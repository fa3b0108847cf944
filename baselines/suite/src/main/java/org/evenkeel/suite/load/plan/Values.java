package org.evenkeel.suite.load.plan;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Grammar;
import org.evenkeel.kernel.UnitNames;

/** Quantities with units as scenarios have them. */
final class Values {

    private static final String NUMBER = "(\\d{1,12}(?:\\.\\d{1,9})?)";
    private static final Pattern RATE = Pattern.compile(NUMBER + "\\s*/\\s*(s|min|h)");
    private static final Pattern PLAIN = Pattern.compile(NUMBER + "\\s*(%)?");
    private static final Pattern SIZE = Pattern.compile(NUMBER + "\\s*(B|KiB|MiB|GiB|KB|MB|GB)");

    private Values() {}

    /** A time of which zero is one too. */
    static Duration time(YamlNode node) {
        try {
            return Grammar.duration(node.what(), node.text());
        } catch (BadInputException e) {
            throw node.error(String.valueOf(e.getMessage()));
        }
    }

    /** A time above zero. */
    static Duration length(YamlNode node) {
        Duration time = time(node);
        if (time.isZero()) {
            throw node.error(node.what() + ": expected more than no time, found " + node.text());
        }
        return time;
    }

    /** A rate, per second. */
    static double rate(YamlNode node) {
        Matcher rate = RATE.matcher(node.text());
        if (!rate.matches()) {
            throw unlike(node, LoadMetric.Unit.RATE);
        }
        double perSecond = Double.parseDouble(rate.group(1))
                / UnitNames.seconds(rate.group(2)).orElseThrow();
        if (!(perSecond > 0 && perSecond <= 1e6)) {
            throw node.error(node.what() + ": expected a rate above 0 and up to 1000000/s, found " + node.text());
        }
        return perSecond;
    }

    /** A share of one. */
    static double share(YamlNode node) {
        try {
            return Grammar.share(node.text());
        } catch (BadInputException e) {
            throw node.error(node.what() + ": " + e.getMessage());
        }
    }

    /** A value in the unit of a metric. */
    static double of(LoadMetric.Unit unit, YamlNode node) {
        return switch (unit) {
            case TIME -> (double) length(node).toNanos();
            case RATE -> rate(node);
            case SHARE -> share(node);
            case BYTES -> size(node, node.text(), unit);
            case BYTES_PER_MINUTE -> {
                String text = node.text();
                if (!text.endsWith("/min")) {
                    throw unlike(node, unit);
                }
                yield size(
                        node, text.substring(0, text.length() - "/min".length()).strip(), unit);
            }
            case NUMBER -> number(node);
        };
    }

    private static double number(YamlNode node) {
        Matcher number = PLAIN.matcher(node.text());
        if (!number.matches()) {
            throw unlike(node, LoadMetric.Unit.NUMBER);
        }
        return Double.parseDouble(number.group(1)) / (number.group(2) == null ? 1 : 100);
    }

    private static double size(YamlNode node, String text, LoadMetric.Unit unit) {
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            throw unlike(node, unit);
        }
        return Double.parseDouble(size.group(1))
                * UnitNames.bytes(size.group(2)).orElseThrow();
    }

    private static BadInputException unlike(YamlNode node, LoadMetric.Unit unit) {
        return node.error(node.what() + ": expected " + unit.words() + ", found \"" + node.text() + "\"");
    }
}
