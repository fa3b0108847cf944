package org.evenkeel.leakcheck.run;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.evenkeel.leakcheck.samples.Failure;

/**
 * The JVM that started this one so as to be checked from here, such as one that runs tests. So nothing of what was seen
 * lies on the heap that is looked at, and a JVM need not be allowed to attach to itself.
 */
final class HostJvm implements JvmUnderCheck {

    private final long pid;
    private final OutputTail output = new OutputTail();
    private final AttachSocket attachSocket;
    private final FrameExchange exchange;

    /**
     * @param frames what its worker says
     * @param commands what its worker listens to
     */
    HostJvm(long pid, InputStream frames, OutputStream commands) {
        this.pid = pid;
        attachSocket = new AttachSocket(pid);
        exchange = new FrameExchange(frames, commands, output, this);
        listen();
    }

    /** Has it start its attach listener; whether it did shows when the socket is waited for. */
    private void listen() {
        try {
            VirtualMachine.attach(Long.toString(pid)).detach();
        } catch (AttachNotSupportedException | IOException e) {
            output.add("attaching failed: " + e.getMessage());
        } catch (NoClassDefFoundError e) {
            output.add("attaching needs the module jdk.attach of a JDK");
        }
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public FrameExchange exchange() {
        return exchange;
    }

    @Override
    public boolean isOwn() {
        return false;
    }

    @Override
    public AttachSocket attachSocket() {
        return attachSocket;
    }

    @Override
    public List<String> output() {
        return output.lines();
    }

    @Override
    public RunBroken ended(String activity) {
        return new RunBroken(Failure.Kind.EXITED, activity + ": the JVM that is checked went away");
    }
}
