package org.acme.libraries.leaking;

import groovy.lang.GroovyShell;
import javassist.ClassPool;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import org.acme.libraries.Names;

/** Classes that are made: scripts, proxies, expressions, used so that something stays with every call. */
public final class Generated {

    private Generated() {}

    /** One shell, and a class for each text. */
    public static final class GroovyEvaluate implements Runnable {
        private final GroovyShell shell = new GroovyShell();

        @Override
        public void run() {
            shell.evaluate("1 + 2");
        }
    }

    /** Classes made into the application's own loader. */
    public static final class ByteBuddyInjected implements Runnable {
        @Override
        public void run() {
            new ByteBuddy()
                    .subclass(Object.class)
                    .make()
                    .load(Generated.class.getClassLoader(), ClassLoadingStrategy.Default.INJECTION);
        }
    }

    /**
     * Classes in loaders of their own, which go: but the loader above them was asked for each name first, and keeps a
     * lock for every name it was ever asked for.
     */
    public static final class ByteBuddyDropped implements Runnable {
        @Override
        public void run() {
            new ByteBuddy().subclass(Object.class).make().load(Generated.class.getClassLoader());
        }
    }

    /** Classes that the pool is never told to forget. */
    public static final class JavassistPool implements Runnable {
        private final ClassPool pool = new ClassPool(true);

        @Override
        public void run() {
            pool.makeClass("made." + Names.next());
        }
    }
}
