package org.evenkeel.suite.nightly.stored;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.verdict.Alarm;

/** Where the nights of a team are kept: a folder, or a database. What is judged, and how, is the same on both. */
public interface NightStore {

    /** Facts that make another machine; a new JVM or kernel is the same machine with a change that may explain one. */
    List<String> MACHINE = List.of("cpu.architecture", "cpu.count", "cpu.model", "memory", "os", "imported");

    /** How the name of a database begins. */
    String DATABASE = "jdbc:";

    /**
     * The store at a place.
     *
     * @param place a folder, which need not exist yet, or {@code jdbc:postgresql://...}
     * @throws org.evenkeel.kernel.BadInputException when it is a database of another kind, or has a password in it
     */
    static NightStore at(String place) {
        return place.startsWith(DATABASE) ? DatabaseHistory.at(place) : new HistoryStore(Path.of(place));
    }

    /** What messages call it; never with a password. */
    String place();

    /**
     * Appends nights, each behind the one before, and numbers them.
     *
     * @return how many were new; one whose id is there already is left alone
     * @throws org.evenkeel.kernel.BadInputException when they cannot be written; what was there before is untouched
     */
    int append(List<StoredNight> nights);

    /** All nights of all machines, each once, in the order of their time. */
    List<StoredNight> nights();

    /** The same, perhaps without what was measured: for whoever asks only which nights there are. */
    default List<StoredNight> heads() {
        return nights();
    }

    /** How many nights were begun and never ended; their remains are passed over. */
    int damaged();

    /**
     * Makes sure before a long measurement that a night can be appended.
     *
     * @throws org.evenkeel.kernel.BadInputException when it cannot
     */
    void requireWritable();

    /** Where a lock file of this store can be: two nights at once on a host would measure each other. */
    Path lockFolder();

    /** Keeps alarms for whoever draws them; a store that nobody else reads forgets them, as they follow from the nights. */
    default void keep(List<Alarm> alarms) {}

    /**
     * The history of the machine that measured the newest night. Its other JVMs and kernels are in it, because a shift
     * that they explain should be seen and explained.
     */
    default History history() {
        return ofNewestMachine(nights());
    }

    /** The history of the machine that measured the last of some nights. */
    static History ofNewestMachine(List<StoredNight> nights) {
        History.Builder history = new History.Builder();
        if (!nights.isEmpty()) {
            SortedMap<String, String> newest =
                    nights.get(nights.size() - 1).night().environment();
            nights.stream()
                    .filter(night -> isSameMachine(newest, night.night().environment()))
                    .forEach(night -> {
                        history.night(night.night());
                        night.results()
                                .forEach(result -> history.add(result.identity(), result.metric(), result.forks()));
                    });
        }
        return history.build();
    }

    /** Whether two environments are of one machine. */
    static boolean isSameMachine(Map<String, String> one, Map<String, String> other) {
        return MACHINE.stream().allMatch(fact -> one.getOrDefault(fact, "").equals(other.getOrDefault(fact, "")));
    }
}
