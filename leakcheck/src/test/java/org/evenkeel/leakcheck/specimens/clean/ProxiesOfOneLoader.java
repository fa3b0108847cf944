package org.evenkeel.leakcheck.specimens.clean;

import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * Dynamic proxies made again and again for the same interfaces in the same loader: one class, many instances that die.
 */
@Clean(why = "the proxy class is cached by loader and interfaces", levelsOffAfter = 1_000)
public final class ProxiesOfOneLoader implements Callable<Object> {
    @Override
    public Object call() {
        return Proxy.newProxyInstance(
                ProxiesOfOneLoader.class.getClassLoader(),
                new Class<?>[] {Runnable.class, Comparable.class},
                (proxy, method, arguments) -> 0);
    }
}
