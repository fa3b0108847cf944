package org.evenkeel.suite.profile.samples;

import java.util.regex.Pattern;

/**
 * One frame of a stack.
 *
 * @param name class and method as in Java source, or a native symbol, or a class
 * @param kind what the name is
 */
public record Frame(String name, Kind kind) {

    /** What a frame is. */
    public enum Kind {
        /** A method. */
        JAVA,
        /** A function of the JVM or of a native library. */
        NATIVE,
        /** A function of the kernel. */
        KERNEL,
        /** The class of an allocated object or of a lock; always the last of its stack. */
        OBJECT
    }

    /** What the JVM numbers as it goes, so that two JVMs call it differently. */
    private static final Pattern NUMBERED = Pattern.compile(
            "(\\$\\$Lambda)[$.][0-9A-Fa-fx$.+]*(?=\\.|$)|(LambdaForm\\$\\w+|\\$\\$HiddenClass|jdk\\.proxy)[.$+]?\\d\\w*|"
                    + "(GeneratedMethodAccessor|GeneratedConstructorAccessor)\\d+|[.+]0x[0-9a-f]+");

    /** A frame as async-profiler writes it with annotations, {@code java/util/HashMap.get_[j]}. */
    static Frame parse(String text, boolean lastOfObjects) {
        int length = text.length();
        boolean annotated = length > 4 && text.charAt(length - 1) == ']' && text.startsWith("_[", length - 4);
        String name = annotated ? text.substring(0, length - 4) : text;
        if (annotated && text.charAt(length - 2) == 'k' && !lastOfObjects) {
            return new Frame(name, Kind.KERNEL);
        }
        if (!annotated) {
            return new Frame(name, Kind.NATIVE);
        }
        String dotted = name.replace('/', '.');
        return new Frame(NUMBERED.matcher(dotted).replaceAll("$1$2$3"), lastOfObjects ? Kind.OBJECT : Kind.JAVA);
    }

    /** Whether this is code of the JDK, the JVM or the kernel, which nobody who reads a profile can change. */
    public boolean isPlatform() {
        return kind != Kind.JAVA
                || name.startsWith("java.")
                || name.startsWith("javax.")
                || name.startsWith("jdk.")
                || name.startsWith("sun.")
                || name.startsWith("com.sun.");
    }
}
