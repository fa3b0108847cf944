package org.evenkeel.suite.profile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.evenkeel.compare.report.Quantity;
import org.evenkeel.compare.report.TextTable;
import org.evenkeel.compare.report.Words;
import org.evenkeel.suite.profile.analysis.EventProfile;
import org.evenkeel.suite.profile.analysis.FrameRow;
import org.evenkeel.suite.profile.analysis.Mean;
import org.evenkeel.suite.profile.analysis.Place;

/** A profile as text. */
public final class ProfileText {

    private ProfileText() {}

    /**
     * The top frames of an event.
     *
     * @param top most rows to show
     */
    public static String render(EventProfile profile, int top) {
        return render(profile, top, "op");
    }

    /** The same of a JVM that was only watched: what its threads spend in a second. */
    public static String perSecond(EventProfile profile, int top) {
        return render(profile, top, "s");
    }

    private static String render(EventProfile profile, int top, String per) {
        Quantity perOperation = Quantity.of(profile.event().unit(), OptionalDouble.of(profile.tabled()));
        Quantity quantity = new Quantity(perOperation.unit().replace("/op", "/" + per), perOperation.factor());
        StringBuilder text = new StringBuilder();
        text.append(profile.event().written())
                .append(": ")
                .append(profile.event().description())
                .append(", ")
                .append(profile.forks())
                .append(profile.forks() == 1 ? " fork" : " forks")
                .append(", sampled by ")
                .append(profile.engines().stream().sorted().collect(Collectors.joining(", ")))
                .append('\n');
        if (profile.rows().isEmpty()) {
            return text.append("  nothing was seen\n").toString();
        }
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("share", "own " + quantity.unit(), "95 % interval", "total", "frame", "mostly in", ""));
        for (FrameRow row : profile.rows().stream().limit(top).toList()) {
            table.add(List.of(
                    Words.share(row.share()),
                    show(quantity, row.own().value()),
                    interval(quantity, row.own()),
                    show(quantity, row.total()),
                    row.frame(),
                    row.mostlyIn(),
                    row.place() == Place.CALLERS || per.equals("s")
                            ? ""
                            : row.place().words()));
        }
        text.append(TextTable.render(table, 0, 1, 2, 3));
        text.append("In all: ")
                .append(profile.places().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(place -> show(quantity, place.getValue()) + " " + quantity.unit() + " "
                                + place.getKey().words())
                        .collect(Collectors.joining(", ")))
                .append(".\n");
        return text.toString();
    }

    static String interval(Quantity quantity, Mean mean) {
        return mean.interval()
                .map(bounds -> "[" + show(quantity, bounds.lower()) + ", " + show(quantity, bounds.upper()) + "]")
                .orElse("");
    }

    static String show(Quantity quantity, double value) {
        String shown = quantity.show(OptionalDouble.of(value));
        return shown.isEmpty() ? String.format(Locale.ROOT, "%.1f", value) : shown;
    }
}
