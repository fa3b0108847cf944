package org.evenkeel.hotpaths.analysis;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** Data sources whose connections do something on the way. */
final class Connections {

    private Connections() {}

    /** Connections that run {@code point} before they prepare a statement. */
    static DataSource calling(Runnable point, DataSource database) {
        return proxy(DataSource.class, database, point);
    }

    private static <T> T proxy(Class<T> type, T target, Runnable beforePreparing) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        beforePreparing.run();
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof Connection connection
                                ? proxy(Connection.class, connection, beforePreparing)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
