package org.evenkeel.leakcheck.samples.heap;

/**
 * A line of code on a stack.
 *
 * @param method the method with its class, {@code com.acme.Registry.add}
 * @param line in the source file; 0 where it is not known
 */
public record StackFrame(String method, int line) {

    /** Whether the method belongs to the JDK, or to the checker's own machinery. */
    public boolean isPlatform() {
        return method.startsWith("java.")
                || method.startsWith("javax.")
                || method.startsWith("jdk.")
                || method.startsWith("sun.")
                || method.startsWith("com.sun.")
                || method.startsWith("org.evenkeel.leakcheck.run.")
                || method.indexOf('.') < 0;
    }

    /** As stack traces write it: {@code com.acme.Registry.add(Registry.java:42)}. */
    @Override
    public String toString() {
        int dot = method.lastIndexOf('.');
        String owner = dot < 0 ? method : method.substring(method.lastIndexOf('.', dot - 1) + 1, dot);
        int nested = owner.indexOf('$');
        String source = (nested > 0 ? owner.substring(0, nested) : owner) + ".java";
        return line > 0 ? method + "(" + source + ":" + line + ")" : method;
    }
}
