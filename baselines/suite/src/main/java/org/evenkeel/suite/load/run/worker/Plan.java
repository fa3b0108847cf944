package org.evenkeel.suite.load.run.worker;

import java.util.List;

/** An order with what picking takes: which kind of user, which of its tasks. */
public final class Plan {

    final double[] weights;
    final Think[] think;
    final Choices kinds;
    final Choices[] tasks;
    /** For each kind of user, the number of its first task among all. */
    final int[] firstTask;
    /** By number of the task among all. */
    final int[] target;
    /** By number of the task among all. */
    final int[] batch;

    /** That of an order. */
    public Plan(Order order) {
        List<Order.User> users = order.users();
        weights = new double[users.size()];
        think = new Think[users.size()];
        tasks = new Choices[users.size()];
        firstTask = new int[users.size()];
        target = new int[order.tasks()];
        batch = new int[order.tasks()];
        int number = 0;
        for (int kind = 0; kind < users.size(); kind++) {
            Order.User user = users.get(kind);
            weights[kind] = user.weight();
            think[kind] = user.think();
            firstTask[kind] = number;
            double[] ofTasks = new double[user.tasks().size()];
            for (int i = 0; i < ofTasks.length; i++) {
                Order.Task task = user.tasks().get(i);
                ofTasks[i] = task.weight();
                target[number] = task.target();
                batch[number] = task.batch();
                number++;
            }
            tasks[kind] = new Choices(ofTasks);
        }
        kinds = new Choices(weights);
    }

    /** The number of a kind of users, by their weights. */
    public int nextKind(Dice dice) {
        return kinds.next(dice);
    }

    /** How long a user of this kind thinks between an answer and the next request. */
    public Think think(int kind) {
        return think[kind];
    }

    /** By number of the task among all, what it asks. */
    public int target(int task) {
        return target[task];
    }

    /** The kinds of so many users, by their weights. */
    public int[] shareOut(int users) {
        return Choices.shareOut(weights, users);
    }

    /** The number, among all, of the task that a user of this kind does next. */
    public int nextTask(int kind, Dice dice) {
        return firstTask[kind] + tasks[kind].next(dice);
    }
}
