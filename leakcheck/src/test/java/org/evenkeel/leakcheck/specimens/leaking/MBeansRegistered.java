package org.evenkeel.leakcheck.specimens.leaking;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.evenkeel.leakcheck.specimens.Leaks;

/**
 * A management bean per connection, never unregistered. One request in 200 connects; some 20 microseconds for that one.
 */
@Leaks(
        why = "management beans are registered by every connection and unregistered by none",
        perOperation = (16 + 16 + 20_000 + 750) / 200.0,
        period = 200,
        holder = "Repository.domainTb",
        allocates = "MBeansRegistered.run")
public final class MBeansRegistered implements Runnable, AutoCloseable {
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        long request = requests.incrementAndGet();
        if (request % 200 != 0) {
            return;
        }
        try {
            ObjectName name = new ObjectName("specimen:type=Connection,number=" + (10_000_000 + request));
            SERVER.registerMBean(new Connection(new byte[20_000]), name);
        } catch (JMException e) {
            throw new IllegalStateException("cannot register a connection", e);
        }
    }

    @Override
    public void close() throws JMException {
        for (ObjectName name : SERVER.queryNames(new ObjectName("specimen:type=Connection,*"), null)) {
            SERVER.unregisterMBean(name);
        }
    }

    /** What is managed. */
    public interface ConnectionMBean {
        /** The size of the connection's buffer. */
        int getBufferBytes();
    }

    /** A connection with its buffer. */
    public static final class Connection implements ConnectionMBean {
        private final byte[] buffer;

        Connection(byte[] buffer) {
            this.buffer = buffer;
        }

        @Override
        public int getBufferBytes() {
            return buffer.length;
        }
    }
}
