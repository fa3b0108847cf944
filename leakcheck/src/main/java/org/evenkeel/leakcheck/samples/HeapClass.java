package org.evenkeel.leakcheck.samples;

import java.util.regex.Pattern;

/**
 * A class as a heap histogram names it.
 *
 * @param name binary name, {@code [B} and {@code [Lcom.acme.Order;} for arrays; classes that a JVM spins under numbered
 *     names for one lambda expression or method handle share one name
 * @param platform whether it belongs to the JDK
 */
public record HeapClass(String name, boolean platform) implements Comparable<HeapClass> {

    private static final Pattern HIDDEN = Pattern.compile("[/+.]0x[0-9a-f]+(;?)$");
    private static final Pattern LAMBDA_NUMBER = Pattern.compile("(\\$\\$Lambda)\\$\\d+");

    /**
     * Reads the last column of a histogram's line.
     *
     * @param column a class name, followed by {@code (module@version)} where the class is in a named module
     */
    static HeapClass parse(String column) {
        int module = column.indexOf(" (");
        String name = module < 0 ? column : column.substring(0, module);
        boolean platform =
                module >= 0 && (column.startsWith("java.", module + 2) || column.startsWith("jdk.", module + 2));
        name = normalized(name);
        return new HeapClass(name, platform || name.startsWith("<"));
    }

    /** A class's name without the number that a JVM gives to each class it spins. */
    public static String normalized(String className) {
        String name = className;
        if (name.contains("0x")) {
            name = HIDDEN.matcher(name).replaceFirst("$1");
        }
        if (name.contains("$$Lambda$")) {
            name = LAMBDA_NUMBER.matcher(name).replaceFirst("$1");
        }
        return name;
    }

    @Override
    public int compareTo(HeapClass other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : Boolean.compare(platform, other.platform);
    }
}
