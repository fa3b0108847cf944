package org.evenkeel.suite.load.run.worker;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the runner is told once: what is driven, and by what kinds of users.
 *
 * @param seed decides the users' inputs, tasks and think times
 * @param virtual whether users are virtual threads
 * @param tickMillis time from one tick to the next, at least 1
 * @param targets hot paths and classes, each opened once and shared by all tasks that name it
 * @param users at least one
 */
public record Order(long seed, boolean virtual, int tickMillis, List<Target> targets, List<User> users) {

    public Order {
        targets = List.copyOf(targets);
        users = List.copyOf(users);
        if (targets.isEmpty() || users.isEmpty() || tickMillis < 1) {
            throw new IllegalArgumentException("an order of " + targets + " for " + users);
        }
    }

    /**
     * Something that is driven.
     *
     * @param isClass whether it is the name of a class; a hot path otherwise
     */
    public record Target(boolean isClass, String name) {}

    /**
     * A kind of users.
     *
     * @param weight its share of the users or arrivals, above 0
     * @param think time from an answer to the next request, with closed arrivals
     */
    public record User(String name, double weight, Think think, List<Task> tasks) {
        public User {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * Something that a user does.
     *
     * @param weight its share of the user's requests, above 0
     * @param target which of the targets
     * @param batch how many requests it hands over at once; 1 for a single request
     */
    public record Task(String name, double weight, int target, int batch) {}

    /** Number of tasks of all users. */
    public int tasks() {
        return users.stream().mapToInt(user -> user.tasks().size()).sum();
    }

    /** Writes it. */
    public void write(DataOutput out) throws IOException {
        out.writeLong(seed);
        out.writeBoolean(virtual);
        out.writeInt(tickMillis);
        out.writeInt(targets.size());
        for (Target target : targets) {
            out.writeBoolean(target.isClass());
            out.writeUTF(target.name());
        }
        out.writeInt(users.size());
        for (User user : users) {
            out.writeUTF(user.name());
            out.writeDouble(user.weight());
            user.think().write(out);
            out.writeInt(user.tasks().size());
            for (Task task : user.tasks()) {
                out.writeUTF(task.name());
                out.writeDouble(task.weight());
                out.writeInt(task.target());
                out.writeInt(task.batch());
            }
        }
    }

    /** Reads what {@link #write} wrote. */
    public static Order read(DataInput in) throws IOException {
        long seed = in.readLong();
        boolean virtual = in.readBoolean();
        int tickMillis = in.readInt();
        List<Target> targets = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            targets.add(new Target(in.readBoolean(), in.readUTF()));
        }
        List<User> users = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            double weight = in.readDouble();
            Think think = Think.read(in);
            List<Task> tasks = new ArrayList<>();
            for (int more = in.readInt(); more > 0; more--) {
                tasks.add(new Task(in.readUTF(), in.readDouble(), in.readInt(), in.readInt()));
            }
            users.add(new User(name, weight, think, tasks));
        }
        return new Order(seed, virtual, tickMillis, targets, users);
    }
}
