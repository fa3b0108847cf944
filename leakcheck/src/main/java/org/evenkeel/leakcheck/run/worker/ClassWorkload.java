package org.evenkeel.leakcheck.run.worker;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.concurrent.Callable;
import org.evenkeel.workload.BadPathException;
import org.evenkeel.workload.Caller;
import org.evenkeel.workload.Workload;

/** A user's class as a workload: one call is one operation, and all callers share one object. */
public final class ClassWorkload implements Workload {

    private final Object target;
    private final Caller caller;

    private ClassWorkload(Object target, Caller caller) {
        this.target = target;
        this.caller = caller;
    }

    /**
     * Makes the object.
     *
     * @throws BadPathException when there is no such class, or it is not of the form that is asked for
     * @throws Throwable what its constructor throws
     */
    @SuppressWarnings("IllegalThrows")
    public static Workload open(String className) throws Throwable {
        Class<?> type;
        try {
            type = Class.forName(className);
        } catch (ClassNotFoundException e) {
            throw new BadPathException("there is no class \"" + className
                    + "\" on the class path of the checked JVM; give its jar or folder with --classpath, and write a"
                    + " nested class as Outer$Nested");
        } catch (NoClassDefFoundError e) {
            throw new BadPathException("class " + className + " needs " + e.getMessage()
                    + ", which is not on the class path of the checked JVM; add it to --classpath");
        }
        if (!Modifier.isPublic(type.getModifiers()) || Modifier.isAbstract(type.getModifiers())) {
            throw new BadPathException(
                    "class " + className + " is not public and concrete; expected a public class with"
                            + " a public constructor without arguments that is a Runnable or a Callable");
        }
        Constructor<?> constructor;
        try {
            constructor = type.getConstructor();
        } catch (NoSuchMethodException e) {
            throw new BadPathException("class " + className
                    + " has no public constructor without arguments; the checker makes the object by it");
        }
        if (!Runnable.class.isAssignableFrom(type) && !Callable.class.isAssignableFrom(type)) {
            throw new BadPathException("class " + className + " is neither a java.lang.Runnable nor a"
                    + " java.util.concurrent.Callable; one call of it is one operation");
        }
        Object target;
        try {
            target = constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        return new ClassWorkload(
                target, target instanceof Callable<?> callable ? new Calls(callable) : new Runs((Runnable) target));
    }

    @Override
    public Caller caller(int index, long seed) {
        return caller;
    }

    @Override
    public void close() {
        if (target instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("closing failed", e);
            }
        }
    }

    private record Calls(Callable<?> callable) implements Caller {
        @Override
        public Object request() throws Exception {
            return callable.call();
        }
    }

    private record Runs(Runnable runnable) implements Caller {
        @Override
        public Object request() {
            runnable.run();
            return this;
        }
    }
}
