package org.evenkeel.suite.load.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.leakcheck.run.ResidentMemory;
import org.evenkeel.leakcheck.samples.CheckedJvmFacts;
import org.evenkeel.suite.load.plan.Phase;
import org.evenkeel.suite.load.plan.Scenario;
import org.evenkeel.suite.load.run.worker.Opened;
import org.evenkeel.suite.load.run.worker.Runner;
import org.evenkeel.suite.load.run.worker.TickFrame;
import org.evenkeel.suite.load.run.worker.Wire;
import org.evenkeel.suite.load.samples.LoadRun;
import org.evenkeel.suite.load.samples.PhaseResult;
import org.evenkeel.suite.load.samples.Second;
import org.jspecify.annotations.Nullable;

/** Runs one scenario on one target, and keeps all that it saw, however it ends. */
public final class LoadSession {

    private static final Duration OPENS_WITHIN = Duration.ofMinutes(5);
    /** A tick comes each second; a collection of a large heap, or a computer that slept, may hold one up. */
    private static final Duration SILENT_AT_MOST = Duration.ofMinutes(2);

    private final Setup setup;
    private final Listener listener;
    private final Clock clock;
    private final List<PhaseResult> phases = new ArrayList<>();
    private final List<Second> seconds = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Map<String, Long> kinds = new HashMap<>();
    private long operations;
    private Optional<String> broken = Optional.empty();
    private Optional<String> ended = Optional.empty();
    private @Nullable Opened opened;
    private Instant started = Instant.EPOCH;
    private Optional<HeapSampler> sampler = Optional.empty();
    private Optional<ResidentMemory> outsideHeap = Optional.empty();
    private final int processors = Runtime.getRuntime().availableProcessors();
    private volatile boolean isStopped;
    private volatile @Nullable LoadJvm running;

    /**
     * What is run.
     *
     * @param scenario as it is to be run
     * @param target what it is called in results
     * @param orders what the runner is told
     * @param java the executable
     * @param classPath of the driven JVM
     * @param arguments of the driven JVM
     * @param folder an existing folder, for the log of the driven JVM and its histograms
     * @param service that is driven by that JVM; empty where it holds what is driven
     */
    public record Setup(
            Scenario scenario,
            String target,
            Orders orders,
            Path java,
            List<Path> classPath,
            List<String> arguments,
            Path folder,
            Optional<WebService> service) {

        /** What the JVM prints. */
        private Path log() {
            return folder.resolve(service.isPresent() ? "driver.log" : "target.log");
        }

        private List<String> main() {
            return service.map(WebService::main).orElse(List.of(Runner.class.getName()));
        }
    }

    /** Hears of what goes on. */
    public interface Listener {
        /** A phase begins. */
        void begins(Phase phase, boolean isWarmup);

        /** A second is over. */
        void second(Second second, Phase phase);

        /** Something that should be known. */
        void note(String line);
    }

    public LoadSession(Setup setup, Listener listener, Clock clock) {
        this.setup = setup;
        this.listener = listener;
        this.clock = clock;
    }

    /** Ends the phase that runs, and the run with it; what was measured is kept. From any thread. */
    public void stop() {
        isStopped = true;
        LoadJvm jvm = running;
        if (jvm != null) {
            jvm.stop();
        }
    }

    /**
     * Runs it.
     *
     * @param met whether a stage keeps to its objectives, as far as the run has come
     * @throws BadInputException when what is to be driven cannot be had
     */
    public LoadRun run(Predicate<LoadRun> met) throws IOException, InterruptedException {
        Path jar = Files.createTempFile(setup.folder().toAbsolutePath(), "runner", ".jar");
        try (Histograms log = new Histograms(setup.folder().resolve("latencies.hlog"));
                LoadJvm jvm = LoadJvm.start(
                        setup.java(), setup.classPath(), setup.arguments(), setup.main(), setup.log(), jar)) {
            running = jvm;
            try {
                open(jvm);
                log.begin(started);
                phases(jvm, log, met);
            } catch (LoadBroken e) {
                broken = Optional.of(String.valueOf(e.getMessage()));
            }
            running = null;
        } finally {
            Files.deleteIfExists(jar);
            deleteIfEmpty(setup.log());
        }
        if (isStopped && ended.isEmpty()) {
            ended = Optional.of("it was interrupted");
        }
        return result();
    }

    private static void deleteIfEmpty(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) == 0) {
            Files.delete(log);
        }
    }

    private void open(LoadJvm jvm) throws LoadBroken, InterruptedException, IOException {
        LoadJvm.Message first;
        try {
            jvm.order(setup.orders().order());
            first = jvm.next(OPENS_WITHIN);
        } catch (LoadBroken e) {
            throw new BadInputException(setup.target() + " cannot be opened: " + e.getMessage(), e);
        }
        if (first.code() == Wire.REFUSED) {
            throw new BadInputException(first.text());
        }
        if (first.code() != Wire.OPENED) {
            throw new BadInputException(setup.target() + " cannot be opened: " + first.text());
        }
        Opened facts = Opened.read(first.data());
        opened = facts;
        started = clock.instant();
        if (setup.scenario().leaks() && setup.service().isPresent()) {
            notes.add(
                    "Whether the service grows is not judged: its process is another one, at which scripts/leakcheck watch looks.");
        } else if (setup.scenario().leaks()) {
            Duration judged =
                    setup.scenario().phases().stream().map(Phase::length).reduce(Duration.ZERO, Duration::plus);
            sampler = HeapSampler.of(jvm.pid(), new CheckedJvmFacts(facts.jvm(), facts.maxHeapBytes()), judged);
            if (sampler.isEmpty()) {
                notes.add("The driven JVM could not be attached to, so its heap was not counted.");
            }
        }
        outsideHeap = ResidentMemory.of(jvm.pid());
    }

    private void phases(LoadJvm jvm, Histograms log, Predicate<LoadRun> met) throws LoadBroken, InterruptedException {
        Scenario scenario = setup.scenario();
        if (!scenario.warmup().isZero()) {
            phase(jvm, Orders.warmup(scenario), true, log);
        }
        Stages stages = new Stages(scenario);
        for (Optional<Phase> next = stages.next(); next.isPresent() && goesOn(); next = stages.next()) {
            phase(jvm, next.get(), false, log);
            stages.told(next.get(), met.test(result()));
        }
    }

    private boolean goesOn() {
        return !isStopped && broken.isEmpty() && ended.isEmpty();
    }

    private void phase(LoadJvm jvm, Phase phase, boolean isWarmup, Histograms log)
            throws LoadBroken, InterruptedException {
        if (!goesOn()) {
            return;
        }
        listener.begins(phase, isWarmup);
        PhaseTally tally = new PhaseTally(phases.size(), phase, isWarmup, setup.scenario(), processors, kinds);
        ProcessMemory memory = new ProcessMemory(jvm.pid());
        long before = operations;
        jvm.run(Orders.phase(phase));
        if (isStopped) {
            jvm.stop();
        }
        try {
            for (LoadJvm.Message message = jvm.next(SILENT_AT_MOST);
                    message.code() != Wire.PHASE_DONE;
                    message = jvm.next(SILENT_AT_MOST)) {
                switch (message.code()) {
                    case Wire.TICK -> {
                        TickFrame tick = TickFrame.read(message.data());
                        OptionalLong outside = outsideHeap
                                .flatMap(ResidentMemory::outsideHeapBytes)
                                .map(OptionalLong::of)
                                .orElse(OptionalLong.empty());
                        Second second = tally.add(tick, memory.residentBytes(), outside, log::add);
                        operations = before + tally.doneSoFar();
                        seconds.add(second);
                        listener.second(second, phase);
                        // When its users have gone home the process is another one.
                        if (!isWarmup && tick.users() > 0) {
                            sampler.ifPresent(some -> some.look(tick, operations, outside));
                        }
                    }
                    case Wire.BROKEN -> {
                        broken = Optional.of("invariant broken: " + message.text());
                        jvm.stop();
                    }
                    default -> throw new LoadBroken("the runner failed: " + message.text());
                }
            }
        } catch (IOException e) {
            throw new LoadBroken("what the driven JVM said makes no sense: " + e.getMessage());
        } finally {
            phases.add(tally.result());
            kinds = tally.kindsSoFar();
        }
        afterPhase(jvm);
    }

    /** Invariants are checked when the path is quiet, after the phase. */
    private void afterPhase(LoadJvm jvm) throws LoadBroken, InterruptedException {
        LoadJvm.Message checked = jvm.next(SILENT_AT_MOST);
        while (checked.code() != Wire.PHASE_CHECKED) {
            if (checked.code() == Wire.BROKEN && broken.isEmpty()) {
                broken = Optional.of("invariant broken: " + checked.text());
            } else if (checked.code() == Wire.FAILED) {
                throw new LoadBroken("the runner failed: " + checked.text());
            }
            checked = jvm.next(SILENT_AT_MOST);
        }
    }

    private LoadRun result() {
        Opened facts = opened == null ? new Opened("", 1, 0, 0, List.of()) : opened;
        return new LoadRun(
                setup.scenario(),
                setup.target(),
                started,
                facts.jvm(),
                facts.maxHeapBytes(),
                processors,
                new LoadRun.DriverCost(facts.closedNanos(), facts.openCpuNanos()),
                facts.gauges().stream()
                        .map(gauge -> new LoadRun.GaugeSeries(gauge.name(), gauge.unit()))
                        .toList(),
                phases,
                seconds,
                sampler.flatMap(HeapSampler::recording),
                broken,
                ended,
                notes);
    }
}
