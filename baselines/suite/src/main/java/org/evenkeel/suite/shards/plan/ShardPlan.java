package org.evenkeel.suite.shards.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Which shard measures what: the longest group first, each to the shard that has least so far (Graham 1969,
 * doi:10.1137/0117039: at most a third longer than the best plan).
 *
 * @param signature the whole plan of the run
 * @param shards the groups of each shard; one may have none, where there are more shards than groups
 */
public record ShardPlan(String signature, List<List<Group>> shards) {

    private static final int LETTERS = 16;

    public ShardPlan {
        shards = shards.stream().map(List::copyOf).toList();
    }

    /** The plan of these groups. */
    public static ShardPlan of(String signature, List<Group> groups, int count) {
        List<List<Group>> shards = new ArrayList<>();
        double[] seconds = new double[count];
        for (int i = 0; i < count; i++) {
            shards.add(new ArrayList<>());
        }
        for (Group group : groups.stream().sorted(Group.LONGEST_FIRST).toList()) {
            int least = 0;
            for (int i = 1; i < count; i++) {
                if (seconds[i] < seconds[least]) {
                    least = i;
                }
            }
            shards.get(least).add(group);
            seconds[least] += group.seconds();
        }
        return new ShardPlan(signature, shards);
    }

    /** The paths of a shard, longest first. */
    public List<String> paths(int index) {
        return shards.get(index).stream().map(Group::path).toList();
    }

    /** How long a shard takes. */
    public double seconds(int index) {
        return shards.get(index).stream().mapToDouble(Group::seconds).sum();
    }

    /** The same for the same plan on every host: a shard that planned differently measured another part. */
    public String fingerprint() {
        StringBuilder text = new StringBuilder(signature);
        for (int i = 0; i < shards.size(); i++) {
            text.append('\n').append(paths(i));
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
