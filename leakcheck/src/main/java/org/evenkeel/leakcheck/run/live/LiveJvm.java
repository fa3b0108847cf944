package org.evenkeel.leakcheck.run.live;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.OperatingSystemMXBean;
import java.lang.management.RuntimeMXBean;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import org.evenkeel.leakcheck.samples.CheckedJvmFacts;
import org.evenkeel.leakcheck.samples.Signal;

/** A connection to a JVM that serves somebody else. */
public final class LiveJvm implements AutoCloseable {

    private static final Pattern PID = Pattern.compile("\\d{1,10}");
    private static final Pattern ADDRESS = Pattern.compile("[^:/\\s]+:\\d{1,5}");

    private static final int MOST_PORT = 65_535;

    /** A JVM answers between two collections; one that is silent for that long is stopped, or as good as that. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** To say good-bye to somebody who does not answer is of no use to anybody. */
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(2);

    private final JMXConnector connector;
    private final ManagementPort port;
    private final MBeanServerConnection beans;
    private final OptionalLong pid;
    private final String name;
    private final CheckedJvmFacts facts;
    private final MemoryMXBean memory;
    private final ClassLoadingMXBean classes;
    private final ThreadMXBean threads;
    private final OperatingSystemMXBean system;
    private final List<BufferPoolMXBean> buffers;
    private final List<MemoryPoolMXBean> pools;

    private LiveJvm(ManagementPort port, String target, OptionalLong pid) throws IOException, LiveRefused {
        this.port = port;
        connector = port.connect();
        this.pid = pid;
        beans = connector.getMBeanServerConnection();
        RuntimeMXBean runtime = ManagementFactory.getPlatformMXBean(beans, RuntimeMXBean.class);
        LocalJvm.requireVersion(target, runtime.getSpecVersion());
        memory = ManagementFactory.getPlatformMXBean(beans, MemoryMXBean.class);
        classes = ManagementFactory.getPlatformMXBean(beans, ClassLoadingMXBean.class);
        threads = ManagementFactory.getPlatformMXBean(beans, ThreadMXBean.class);
        system = unixOrAny(beans);
        buffers = ManagementFactory.getPlatformMXBeans(beans, BufferPoolMXBean.class);
        pools = ManagementFactory.getPlatformMXBeans(beans, MemoryPoolMXBean.class);
        String command = runtime.getSystemProperties().getOrDefault("sun.java.command", "");
        name = (pid.isPresent() ? "process " : "") + target + " " + command.split(" ", 2)[0];
        facts = new CheckedJvmFacts(
                runtime.getVmName() + " " + runtime.getVmVersion(),
                Math.max(1, memory.getHeapMemoryUsage().getMax()));
    }

    /**
     * Connects.
     *
     * @param target a process id of this machine, or host:port of a remote management agent
     * @param say is told of what is opened in the JVM for that, and of what stays open
     * @throws LiveRefused when that cannot be watched
     */
    public static LiveJvm connect(String target, Consumer<String> say) throws LiveRefused, InterruptedException {
        return connect(target, PATIENCE, say);
    }

    /** @param patience the longest wait until it has let this JVM in */
    static LiveJvm connect(String target, Duration patience, Consumer<String> say)
            throws LiveRefused, InterruptedException {
        boolean local = PID.matcher(target).matches();
        if (!local && !ADDRESS.matcher(target).matches()) {
            throw new LiveRefused("expected a process id or host:port, found \"" + target + "\"");
        }
        if (!local && Integer.parseInt(target.substring(target.indexOf(':') + 1)) > MOST_PORT) {
            throw new LiveRefused("expected a port of at most " + MOST_PORT + ", found \"" + target + "\"");
        }
        try {
            return Answers.within(patience, () -> false, () -> {
                ManagementPort port = local
                        ? LocalJvm.port(Long.parseLong(target), say)
                        : ManagementPort.at("service:jmx:rmi:///jndi/rmi://" + target + "/jmxrmi");
                try {
                    return new LiveJvm(
                            port, target, local ? OptionalLong.of(Long.parseLong(target)) : OptionalLong.empty());
                } catch (IOException | LiveRefused | RuntimeException e) {
                    port.close();
                    throw e;
                }
            });
        } catch (Answers.Missing e) {
            throw new LiveRefused(target + " does not answer: " + firstLine(e)
                    + "; expected a JVM that runs, and is not stopped as by SIGSTOP");
        } catch (IOException | SecurityException e) {
            throw new LiveRefused("cannot connect to " + target + ": " + firstLine(e)
                    + (local
                            ? ""
                            : "; expected a JVM that was started with -Dcom.sun.management.jmxremote.port=PORT"
                                    + " and lets this user in"));
        }
    }

    /** What it is called in results. */
    public String name() {
        return name.strip();
    }

    /** Its process id, where it is on this machine. */
    public OptionalLong pid() {
        return pid;
    }

    /** What one needs to know about it to read its samples. */
    public CheckedJvmFacts facts() {
        return facts;
    }

    MBeanServerConnection beans() {
        return beans;
    }

    /** Has it collect its heap. */
    public void collect() {
        memory.gc();
    }

    /**
     * Reads what it tells about itself.
     *
     * @throws java.lang.reflect.UndeclaredThrowableException when it has gone away
     */
    public Map<Signal, Long> read() {
        Map<Signal, Long> signals = new EnumMap<>(Signal.class);
        signals.put(Signal.CLASSES, (long) classes.getLoadedClassCount());
        signals.put(Signal.THREADS, (long) threads.getThreadCount());
        signals.put(Signal.PENDING_FINALIZERS, (long) memory.getObjectPendingFinalizationCount());
        for (BufferPoolMXBean pool : buffers) {
            if (pool.getName().equals("direct")) {
                signals.put(Signal.DIRECT_BUFFERS, pool.getMemoryUsed());
            } else if (pool.getName().equals("mapped")) {
                signals.put(Signal.MAPPED_BUFFERS, pool.getMemoryUsed());
            }
        }
        for (MemoryPoolMXBean pool : pools) {
            if (pool.getName().equals("Metaspace")) {
                signals.put(Signal.METASPACE, pool.getUsage().getUsed());
            }
        }
        if (system instanceof UnixOperatingSystemMXBean unix) {
            signals.put(Signal.FILE_DESCRIPTORS, unix.getOpenFileDescriptorCount());
            signals.put(Signal.VIRTUAL, unix.getCommittedVirtualMemorySize());
        }
        return signals;
    }

    /**
     * Reads a number that the service keeps.
     *
     * @param attribute a bean and its attribute, such as {@code org.acme:type=Orders#Count}
     * @throws LiveRefused when there is none
     */
    public long number(String attribute) throws LiveRefused, IOException {
        int hash = attribute.lastIndexOf('#');
        if (hash < 1) {
            throw new LiveRefused(
                    "expected MBEAN#ATTRIBUTE such as org.acme:type=Orders#Count, found \"" + attribute + "\"");
        }
        try {
            Object value =
                    beans.getAttribute(new ObjectName(attribute.substring(0, hash)), attribute.substring(hash + 1));
            if (value instanceof Number number) {
                return number.longValue();
            }
            throw new LiveRefused(attribute + " is not a number but \"" + value + "\"");
        } catch (JMException e) {
            throw new LiveRefused("there is no " + attribute + " in " + name() + " (" + firstLine(e) + ")");
        }
    }

    private static OperatingSystemMXBean unixOrAny(MBeanServerConnection beans) throws IOException {
        ObjectName bean;
        try {
            bean = new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME);
            if (beans.isInstanceOf(bean, UnixOperatingSystemMXBean.class.getName())) {
                return ManagementFactory.getPlatformMXBean(beans, UnixOperatingSystemMXBean.class);
            }
        } catch (JMException e) {
            throw new IOException(e);
        }
        return ManagementFactory.getPlatformMXBean(beans, OperatingSystemMXBean.class);
    }

    static String firstLine(Exception e) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse(e.toString())
                .strip();
    }

    /** Leaves the JVM as it was found, as far as it answers. */
    @Override
    public void close() {
        try {
            Answers.within(LAST_PATIENCE, () -> false, () -> {
                connector.close();
                return true;
            });
        } catch (IOException | LiveRefused | RuntimeException e) {
            // It has gone away, or does not answer, and the connection ends with this process.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        port.close();
    }
}
