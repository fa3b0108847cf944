package org.evenkeel.suite.why.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenkeel.suite.plan.ProfileEvent;
import org.evenkeel.suite.profile.analysis.BlamedFrame;

/**
 * Why a benchmark got worse.
 *
 * @param subject the benchmark, for people
 * @param what got worse, in words with the number, such as {@code time per operation +33 % [...]}
 * @param isTime whether that is time; else bytes
 * @param events what was sampled of both sides; those that could not be are left out
 * @param missing what could not be sampled, and why, a line each
 */
public record Explanation(String subject, String what, boolean isTime, List<EventBlame> events, List<String> missing) {

    /** Work explains waiting: where processor time grew by this part of what time did, it is that. */
    private static final double MOST_OF_IT = 0.5;

    public Explanation {
        events = List.copyOf(events);
        missing = List.copyOf(missing);
    }

    /** The event that explains it: bytes by bytes; time by work where that grew as well, else by the clock or a lock. */
    public Optional<EventBlame> primary() {
        if (!isTime) {
            return event(ProfileEvent.ALLOC);
        }
        Optional<EventBlame> cpu = event(ProfileEvent.CPU);
        Optional<EventBlame> wall = event(ProfileEvent.WALL);
        if (cpu.isPresent()
                && (wall.isEmpty()
                        || cpu.get().relative() >= MOST_OF_IT * wall.get().relative())) {
            return cpu;
        }
        return wall.or(() -> cpu).or(() -> events.stream().max(Comparator.comparing(EventBlame::relative)));
    }

    /** The frame that is most to blame; empty where none got more expensive. */
    public Optional<BlamedFrame> guilty() {
        return primary()
                .flatMap(event -> event.frames().stream().findFirst())
                .filter(frame -> frame.change().value() > 0);
    }

    private Optional<EventBlame> event(ProfileEvent event) {
        return events.stream().filter(one -> one.event() == event).findFirst();
    }
}
