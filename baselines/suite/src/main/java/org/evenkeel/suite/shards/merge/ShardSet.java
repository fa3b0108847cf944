package org.evenkeel.suite.shards.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.MachineSpeed;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.shards.run.ShardRecord;

/**
 * Shards of one run, as far as they have come to their end: of one plan and one code, none twice.
 *
 * @param folders by index; at least one
 */
record ShardSet(List<ShardFolder> folders) {

    /**
     * @throws BadInputException when some are not of one run, or one is there twice
     */
    ShardSet {
        folders = folders.stream()
                .sorted(Comparator.comparingInt(ShardFolder::index))
                .toList();
        if (folders.isEmpty()) {
            throw new BadInputException("expected the folder of at least one shard that came to its end, found no "
                    + ShardRecord.FILE + " in any; start all of them again");
        }
        ShardFolder first = folders.get(0);
        for (ShardFolder other : folders) {
            requireSameRun(first, other);
        }
        for (int i = 1; i < folders.size(); i++) {
            ShardFolder before = folders.get(i - 1);
            if (before.index() == folders.get(i).index()) {
                throw new BadInputException("shard " + before.shard().shard() + " is there twice, in " + before.folder()
                        + " and in " + folders.get(i).folder() + "; leave one of them out");
            }
        }
    }

    private static void requireSameRun(ShardFolder first, ShardFolder other) {
        ShardRecord one = first.shard();
        ShardRecord two = other.shard();
        require("command", one.command(), two.command(), first, other);
        require("number of shards", one.shard().count() + "", two.shard().count() + "", first, other);
        require("plan", one.signature(), two.signature(), first, other);
        require("division of the plan", one.fingerprint(), two.fingerprint(), first, other);
        require("code", one.code(), two.code(), first, other);
    }

    private static void require(String what, String one, String two, ShardFolder first, ShardFolder other) {
        if (!one.equals(two)) {
            throw new BadInputException("expected shards of one run, found another " + what + ": " + one + " in "
                    + first.folder() + ", " + two + " in " + other.folder()
                    + "; leave one out, and run its index again");
        }
    }

    /** How many shards the run has. */
    int count() {
        return folders.get(0).shard().shard().count();
    }

    /** The indices to run again: of shards that did not end, that lost a result, or that disturbed each other. */
    Set<Integer> missing() {
        Set<Integer> missing = new TreeSet<>(IntStream.range(0, count()).boxed().collect(Collectors.toSet()));
        folders.stream()
                .filter(folder -> folder.missing().isEmpty())
                .map(ShardFolder::index)
                .forEach(missing::remove);
        overlaps().forEach(pair -> pair.forEach(one -> missing.add(one.index())));
        return missing;
    }

    private List<List<ShardFolder>> overlaps() {
        List<List<ShardFolder>> pairs = new ArrayList<>();
        for (int i = 0; i < folders.size(); i++) {
            for (int j = i + 1; j < folders.size(); j++) {
                ShardRecord one = folders.get(i).shard();
                ShardRecord two = folders.get(j).shard();
                boolean both = !one.ownPaths().isEmpty() && !two.ownPaths().isEmpty();
                if (both && one.host().id().equals(two.host().id()) && one.overlaps(two)) {
                    pairs.add(List.of(folders.get(i), folders.get(j)));
                }
            }
        }
        return pairs;
    }

    /**
     * Makes sure that this is one whole run of one kind of machine.
     *
     * @throws BadInputException when it is not
     */
    void requireWhole() {
        List<List<ShardFolder>> overlaps = overlaps();
        if (!overlaps.isEmpty()) {
            ShardFolder one = overlaps.get(0).get(0);
            ShardFolder two = overlaps.get(0).get(1);
            throw new BadInputException("shards " + one.index() + " and " + two.index()
                    + " ran at the same time on one host (" + one.shard().host().name()
                    + "), so that each measured the other, and both are invalid; run " + one.index() + " and "
                    + two.index() + " again on hosts of their own");
        }
        for (ShardFolder folder : folders) {
            if (!folder.missing().isEmpty()) {
                throw new BadInputException(folder.folder() + ": expected the result of "
                        + folder.missing().get(0) + " and found none, or a torn one; run index " + folder.index()
                        + " again");
            }
        }
        Set<Integer> missing = missing();
        if (!missing.isEmpty()) {
            throw new BadInputException("expected all of " + count() + " shards, found no end of "
                    + missing.stream().map(String::valueOf).collect(Collectors.joining(","))
                    + "; run these indices again (scripts/merge --missing prints them)");
        }
        requireOneKindOfMachine();
        requireNothingTwice();
    }

    private void requireOneKindOfMachine() {
        Map<ShardFolder, SortedMap<String, String>> facts = new LinkedHashMap<>();
        for (ShardFolder folder : folders) {
            SortedMap<String, String> known = folder.facts();
            if (!known.isEmpty()) {
                facts.put(folder, known);
            }
        }
        Optional<ShardFolder> first = facts.keySet().stream().findFirst();
        facts.forEach((other, known) -> {
            ShardFolder one = first.orElseThrow();
            SortedMap<String, Environment.Difference> differences =
                    Environment.differences(facts.getOrDefault(one, known), known);
            if (!differences.isEmpty()) {
                throw new BadInputException("expected one kind of machine, found others in " + one.folder() + " and "
                        + other.folder() + ": "
                        + differences.entrySet().stream()
                                .map(fact -> fact.getKey() + " " + fact.getValue())
                                .collect(Collectors.joining("; "))
                        + "; run index " + other.index() + " again on a machine like the first");
            }
        });
    }

    private void requireNothingTwice() {
        Map<String, ShardFolder> seen = new TreeMap<>();
        for (ShardFolder folder : folders) {
            List<String> keys = new ArrayList<>(folder.shard().ownPaths());
            folder.parts().forEach(part -> keys.add(part.getFileName() + ""));
            for (String key : keys) {
                ShardFolder other = seen.putIfAbsent(key, folder);
                if (other != null) {
                    throw new BadInputException(key + " is there twice, in " + other.folder() + " and in "
                            + folder.folder() + "; leave one of them out, and run its index again");
                }
            }
        }
    }

    /** Hosts of one kind of which one was slower than another, in words; empty where none was. */
    List<String> unlike() {
        List<ShardFolder> known = folders.stream()
                .filter(folder -> folder.environment().isPresent())
                .toList();
        return known.stream()
                .filter(folder -> !MachineSpeed.alike(
                        folder.environment().orElseThrow().context(),
                        known.get(0).environment().orElseThrow().context()))
                .map(folder -> folder.shard().host().name() + " (shard " + folder.index()
                        + ") was not as fast as " + known.get(0).shard().host().name()
                        + " by the yardstick: compare its times with care")
                .toList();
    }
}
