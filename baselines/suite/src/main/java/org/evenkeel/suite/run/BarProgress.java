package org.evenkeel.suite.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.evenkeel.kernel.PlainText;
import org.evenkeel.kernel.Stopwatch;

/** Progress as a bar on a terminal, with the time left. It moves by the time that each step was expected to take. */
public final class BarProgress implements Progress {

    private static final int REFRESH_MILLIS = 500;

    private final PrintStream out;
    private final ProgressBar bar;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "evenkeel-progress");
        thread.setDaemon(true);
        return thread;
    });
    private long millisBefore;
    private long millisExpected;
    private Stopwatch inStep = Stopwatch.start();

    /** @param total how long all steps will take */
    public BarProgress(PrintStream out, Duration total) {
        this.out = out;
        this.bar = new ProgressBarBuilder()
                .setInitialMax(total.toMillis())
                .setUnit("s", 1000)
                .setTaskName("starting")
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .setEtaFunction(state -> Optional.of(Duration.ofMillis(state.getMax() - state.getCurrent())))
                .build();
        var unused = ticker.scheduleAtFixedRate(this::tick, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void begin(String step, Duration expected) {
        millisBefore += millisExpected;
        millisExpected = expected.toMillis();
        inStep = Stopwatch.start();
        bar.setExtraMessage(step);
        tick();
    }

    @Override
    public synchronized void note(String line) {
        // Carriage return and "erase to the end of the line": the bar is drawn again below.
        out.print("\r\033[K" + PlainText.line(line) + System.lineSeparator());
    }

    @Override
    public synchronized void close() {
        ticker.shutdownNow();
        bar.close();
    }

    private synchronized void tick() {
        bar.stepTo(millisBefore + Math.min(inStep.elapsed().toMillis(), millisExpected));
    }
}
