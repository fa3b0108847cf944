package org.evenkeel.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.evenkeel.suite.load.run.worker.Backend;
import org.evenkeel.suite.load.run.worker.Counts;
import org.evenkeel.suite.load.run.worker.Order;
import org.evenkeel.suite.load.run.worker.PhaseOrder;
import org.evenkeel.suite.load.run.worker.Plan;
import org.evenkeel.suite.load.run.worker.Running;
import org.evenkeel.suite.load.run.worker.WebRequest;
import org.evenkeel.workload.Gauge;

/** A service, and the requests that are made of it. */
final class HttpBackend implements Backend {

    private final Plan plan;
    private final Counts counts;
    private final Ask[] asks;
    private final Hyperfoil hyperfoil;

    /** @param timeoutMillis how long the service may take for an answer, above 0 */
    HttpBackend(Order order, Counts counts, long timeoutMillis) throws UnknownHostException {
        plan = new Plan(order);
        this.counts = counts;
        List<WebRequest> requests = order.targets().stream()
                .map(target -> WebRequest.parse(target.name()))
                .toList();
        asks = requests.stream().map(Ask::new).toArray(Ask[]::new);
        URI address = URI.create(requests.get(0).url());
        hyperfoil =
                new Hyperfoil(address.getScheme() + "://" + address.getRawAuthority(), threads(address), timeoutMillis);
    }

    /** A service on this machine needs processors of its own. */
    private static int threads(URI address) throws UnknownHostException {
        int processors = Runtime.getRuntime().availableProcessors();
        boolean isHere = InetAddress.getByName(address.getHost()).isLoopbackAddress();
        return isHere ? Math.max(1, processors / 2) : processors;
    }

    @Override
    public double closedNanos() {
        return Double.NaN;
    }

    @Override
    public double openCpuNanos() {
        return Double.NaN;
    }

    @Override
    public List<Gauge> gauges() {
        return List.of();
    }

    @Override
    public Running phase(PhaseOrder order, long seed) throws InterruptedException {
        HttpPhase phase = new HttpPhase(order, plan, counts, asks, seed);
        phase.open(hyperfoil);
        return phase;
    }

    @Override
    public void awaitQuiet() {
        // Requests of a phase are answered, or given up, when it has ended.
    }

    @Override
    public void close() {
        // Connections are of a phase, and end with it.
    }
}
