package org.evenkeel.suite.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the code that a benchmark can reach differs from that of the base.
 *
 * @param changed names of what differs, was added or was removed, sorted
 * @param renamed classes that differ only in names of private members and parameters that nobody else goes by, and in the order of
 *     methods; they run as they did
 */
public record Differences(List<String> changed, List<String> renamed) {

    public Differences {
        changed = List.copyOf(changed);
        renamed = List.copyOf(renamed);
    }

    /**
     * Between two fingerprints of one benchmark.
     *
     * @param base what {@code fingerprintOfBase} was taken from
     */
    public static Differences of(
            Reach now, CodeFingerprint fingerprint, Reach base, CodeFingerprint fingerprintOfBase) {
        List<String> changed = new ArrayList<>();
        List<String> renamed = new ArrayList<>();
        for (String part : fingerprint.differencesTo(fingerprintOfBase)) {
            boolean isOnBoth = fingerprint.parts().containsKey(part)
                    && fingerprintOfBase.parts().containsKey(part);
            (isOnBoth && isRenamed(part, now, base) ? renamed : changed).add(part);
        }
        return new Differences(changed, renamed);
    }

    private static boolean isRenamed(String part, Reach now, Reach base) {
        Optional<Nameless> here = now.nameless(part);
        Optional<Nameless> before = base.nameless(part);
        return here.isPresent()
                && before.isPresent()
                && here.get().hash().equals(before.get().hash())
                && here.get().changedSince(before.get()).stream()
                        .noneMatch(name -> now.mentions(name) || base.mentions(name));
    }
}
