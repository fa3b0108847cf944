package org.evenkeel.suite.shards;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Slurm of Debian's packages with two nodes on this machine, of one test alone. Its nodes trust whoever asks
 * ({@code auth/none}), which is for tests on loopback and for nothing else.
 */
final class Slurm implements AutoCloseable {

    static final List<Path> PROGRAMS =
            List.of(Path.of("/usr/sbin/slurmctld"), Path.of("/usr/sbin/slurmd"), Path.of("/usr/bin/sbatch"));

    private static final int SECONDS = 60;

    private final Path folder;
    private final Path configuration;
    private final List<Process> daemons = new ArrayList<>();

    private Slurm(Path folder) {
        this.folder = folder;
        this.configuration = folder.resolve("slurm.conf");
    }

    static boolean isInstalled() {
        return PROGRAMS.stream().allMatch(Files::isExecutable);
    }

    /** Starts the controller and both nodes, and waits until they know each other. */
    static Slurm start(Path folder) throws Exception {
        Slurm slurm = new Slurm(Files.createDirectories(folder));
        String host = InetAddress.getLocalHost().getHostName();
        String user = System.getProperty("user.name");
        Files.createDirectories(folder.resolve("state"));
        Files.writeString(slurm.configuration, """
                ClusterName=evenkeel
                SlurmctldHost=%1$s(127.0.0.1)
                SlurmctldPort=%2$d
                AuthType=auth/none
                CredType=cred/none
                SlurmUser=%3$s
                SlurmdUser=%3$s
                StateSaveLocation=%4$s/state
                SlurmdSpoolDir=%4$s/spool-%%n
                SlurmctldPidFile=%4$s/slurmctld.pid
                SlurmdPidFile=%4$s/slurmd-%%n.pid
                SlurmctldLogFile=%4$s/slurmctld.log
                SlurmdLogFile=%4$s/slurmd-%%n.log
                ProctrackType=proctrack/linuxproc
                TaskPlugin=task/none
                SwitchType=switch/none
                MpiDefault=none
                SelectType=select/linear
                SchedulerType=sched/builtin
                SchedulerParameters=batch_sched_delay=0
                ReturnToService=2
                KillWait=2
                MinJobAge=300
                NodeName=n1 NodeHostname=%1$s NodeAddr=127.0.0.1 Port=%5$d CPUs=1 State=UNKNOWN
                NodeName=n2 NodeHostname=%1$s NodeAddr=127.0.0.1 Port=%6$d CPUs=1 State=UNKNOWN
                PartitionName=all Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP
                """.formatted(host, freePort(), user, folder, freePort(), freePort()));
        slurm.daemon("slurmctld", "-D");
        slurm.daemon("slurmd", "-D", "-N", "n1");
        slurm.daemon("slurmd", "-D", "-N", "n2");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (slurm.call(Map.of(), "sinfo", "-h", "-t", "idle", "-o", "%D")
                .lines()
                .noneMatch("2"::equals)) {
            if (System.nanoTime() > end) {
                String said = Files.readString(folder.resolve("slurmctld.log"));
                slurm.close();
                throw new IllegalStateException("Slurm's nodes did not come up: " + said);
            }
            Thread.sleep(200);
        }
        return slurm;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void daemon(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("/usr/sbin/" + name, "-f", configuration.toString()));
        command.addAll(List.of(arguments));
        daemons.add(new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** What a command of Slurm, or a script that calls such, prints. */
    String call(Map<String, String> variables, String... command) throws Exception {
        Path said = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("SLURM_CONF", configuration.toString());
        builder.environment().putAll(variables);
        Process process = builder.start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(List.of(command) + " did not end");
        }
        return Files.readString(said, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        for (int i = daemons.size() - 1; i >= 0; i--) {
            daemons.get(i).descendants().forEach(ProcessHandle::destroyForcibly);
            daemons.get(i).destroy();
        }
        for (Process daemon : daemons) {
            try {
                if (!daemon.waitFor(10, TimeUnit.SECONDS)) {
                    daemon.destroyForcibly();
                }
            } catch (InterruptedException e) {
                daemon.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
