package org.acme.libraries.clean;

import groovy.lang.GroovyShell;
import groovy.lang.Script;
import java.util.concurrent.Callable;
import javassist.ClassPool;
import org.acme.libraries.Names;
import org.mozilla.javascript.Context;
import org.springframework.expression.Expression;
import org.springframework.expression.spel.SpelCompilerMode;
import org.springframework.expression.spel.SpelParserConfiguration;
import org.springframework.expression.spel.standard.SpelExpressionParser;

/** Classes that are made: scripts, proxies, expressions, used so that nothing stays. */
public final class Generated {

    private Generated() {}

    /** A script that is compiled once. */
    public static final class GroovyScript implements Callable<Object> {
        private final Script script = new GroovyShell().parse("[1, 2, 3].collect { it * 2 }.sum()");

        @Override
        public Object call() {
            return script.run();
        }
    }

    /** A shell for each text, dropped with its classes. */
    public static final class GroovyShells implements Callable<Object> {
        @Override
        public Object call() {
            return new GroovyShell().evaluate("1 + 2");
        }
    }

    /** Expressions that are compiled to classes, and dropped. */
    public static final class SpelCompiled implements Callable<Object> {
        private final SpelExpressionParser parser =
                new SpelExpressionParser(new SpelParserConfiguration(SpelCompilerMode.IMMEDIATE, null));

        @Override
        public Object call() {
            Expression expression = parser.parseExpression("'a'.length() + 1");
            expression.getValue();
            return expression.getValue();
        }
    }

    /** Scripts, compiled to classes and dropped. */
    public static final class RhinoScripts implements Callable<Object> {
        @Override
        public Object call() {
            Context context = Context.enter();
            try {
                return context.evaluateString(context.initStandardObjects(), "1 + 2", "script", 1, null);
            } finally {
                Context.exit();
            }
        }
    }

    /** Classes that the pool is told to forget. */
    public static final class JavassistDetached implements Runnable {
        private final ClassPool pool = new ClassPool(true);

        @Override
        public void run() {
            pool.makeClass("made." + Names.next()).detach();
        }
    }
}
