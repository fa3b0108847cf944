package org.evenkeel.suite.load.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.load.plan.Phase;
import org.evenkeel.suite.load.plan.Scenario;
import org.evenkeel.suite.load.plan.Target;
import org.evenkeel.suite.load.plan.UserType;
import org.evenkeel.suite.load.run.worker.Order;
import org.evenkeel.suite.load.run.worker.PhaseOrder;

/**
 * A scenario in the words of the runner.
 *
 * @param order what it is told once
 * @param targets everything that is driven
 */
public record Orders(Order order, List<Target> targets) {

    private static final int TICK_MILLIS = 1_000;

    /** How long arrivals that are late may still be begun after their phase. */
    private static final long DRAIN_NANOS = 15_000_000_000L;

    /** One warm-up is enough for what bursts meet. */
    private static final int WARMUP_BURSTS = 2;

    public Orders {
        targets = List.copyOf(targets);
    }

    /**
     * That of a scenario.
     *
     * @param byDefault what tasks drive that name nothing
     * @param service that requests go to; empty where code of this machine is driven
     * @throws BadInputException when there is such a task and nothing to drive
     */
    public static Orders of(
            Scenario scenario, Optional<Target> byDefault, boolean virtual, Optional<WebService> service) {
        List<Target> targets = new ArrayList<>();
        List<Order.User> users = new ArrayList<>();
        for (UserType user : scenario.users()) {
            List<Order.Task> tasks = new ArrayList<>();
            for (UserType.Task task : user.tasks()) {
                Target target = task.target().or(() -> byDefault).orElseThrow();
                if (!targets.contains(target)) {
                    targets.add(target);
                }
                tasks.add(new Order.Task(task.name(), task.weight(), targets.indexOf(target), task.batch()));
            }
            users.add(new Order.User(user.name(), user.weight(), user.think(), tasks));
        }
        List<Order.Target> driven = targets.stream()
                .map(target -> target instanceof Target.Request request
                        ? new Order.Target(false, service.orElseThrow().written(request))
                        : new Order.Target(target instanceof Target.Workload, target.name()))
                .toList();
        return new Orders(new Order(scenario.seed(), virtual, TICK_MILLIS, driven, users), targets);
    }

    /** The first phase, for as long as the warm-up lasts. */
    static Phase warmup(Scenario scenario) {
        Phase first = scenario.phases().get(0);
        if (first.arrivals() instanceof Phase.Bursts bursts) {
            return new Phase(
                    "warmup",
                    new Phase.Bursts(bursts.users(), WARMUP_BURSTS, bursts.every()),
                    bursts.every().multipliedBy(WARMUP_BURSTS));
        }
        Phase.Arrivals arrivals = first.arrivals() instanceof Phase.Closed closed
                ? new Phase.Closed(closed.users(), 0)
                : first.arrivals();
        return new Phase("warmup", arrivals, scenario.warmup());
    }

    static PhaseOrder phase(Phase phase) {
        long nanos = phase.length().toNanos();
        if (phase.arrivals() instanceof Phase.Closed closed) {
            return new PhaseOrder(PhaseOrder.Kind.CLOSED, nanos, closed.users(), closed.spawnPerSecond(), 0, 0, 0);
        }
        if (phase.arrivals() instanceof Phase.Open open) {
            return new PhaseOrder(
                    open.poisson() ? PhaseOrder.Kind.POISSON : PhaseOrder.Kind.CONSTANT,
                    nanos,
                    open.users(),
                    open.perSecond(),
                    0,
                    0,
                    DRAIN_NANOS);
        }
        Phase.Bursts bursts = (Phase.Bursts) phase.arrivals();
        // The last burst is given as long as the others: what it does not finish by then is late.
        return new PhaseOrder(
                PhaseOrder.Kind.BURSTS,
                nanos,
                bursts.users(),
                0,
                bursts.times(),
                bursts.every().toNanos(),
                DRAIN_NANOS);
    }
}
