package org.evenkeel.http;

import io.hyperfoil.api.connection.Connection;
import io.hyperfoil.api.session.Session;
import io.hyperfoil.http.HttpRequestPool;
import io.hyperfoil.http.api.ConnectionConsumer;
import io.hyperfoil.http.api.HttpConnection;
import io.hyperfoil.http.api.HttpConnectionPool;
import io.hyperfoil.http.api.HttpDestinationTable;
import io.hyperfoil.http.api.HttpRequest;
import io.hyperfoil.http.api.HttpResponseHandlers;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.util.AsciiString;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.evenkeel.suite.load.run.worker.Dice;
import org.evenkeel.suite.load.run.worker.WebStatus;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who asks a service, one request at a time, on a connection of his own. All of it happens on one event loop; only
 * {@link #wake} and {@link #giveUp} come from elsewhere.
 */
final class HttpUser implements ConnectionConsumer, HttpResponseHandlers {

    private enum State {
        COMING,
        AT_THE_DOOR,
        FREE,
        WAITING,
        CONNECTING,
        ASKING,
        ANSWERED,
        GONE
    }

    /** Who gets no connection tries no sooner than after this; else users of a service that is gone would only spin. */
    private static final long NO_CONNECTION_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final HttpPhase phase;
    private final Itinerary itinerary;
    private final long timeoutMillis;
    private volatile @Nullable Session session;
    private volatile State state = State.COMING;
    private boolean isConnected;
    private boolean isTimed;
    private boolean isGoing;
    private boolean hasWaited;
    private @Nullable HttpConnection connection;
    private long due;
    private long begun;
    private long ended;
    private int task;
    private int status;
    private boolean hasLength;

    /** @param kind which kind of users it is of */
    HttpUser(int number, int kind, HttpPhase phase, Dice dice, long timeoutMillis) {
        this.phase = phase;
        this.timeoutMillis = timeoutMillis;
        itinerary = new Itinerary(number, kind, phase, dice);
    }

    /**
     * Goes on as far as it gets.
     *
     * @return whether it has gone home
     */
    boolean go(Session mine) {
        isGoing = true;
        try {
            return goOn(mine);
        } finally {
            isGoing = false;
        }
    }

    private boolean goOn(Session mine) {
        while (true) {
            switch (state) {
                case COMING -> {
                    session = mine;
                    state = State.AT_THE_DOOR;
                    connect(mine);
                    return false;
                }
                case AT_THE_DOOR -> {
                    if (!isConnected || !phase.isOpen()) {
                        return false;
                    }
                    due = itinerary.first();
                    state = State.WAITING;
                }
                case ANSWERED -> {
                    due = itinerary.next(ended);
                    state = State.WAITING;
                }
                case WAITING -> {
                    if (due == Itinerary.NO_MORE || phase.isStopped()) {
                        state = State.GONE;
                        phase.left();
                        return true;
                    }
                    if (!isDue(mine)) {
                        return false;
                    }
                    begin(mine);
                }
                case CONNECTING -> {
                    if (!isConnected) {
                        return false;
                    }
                    HttpConnection got = connection;
                    if (got == null) {
                        end("no connection");
                        pause(mine, NO_CONNECTION_PAUSE_NANOS);
                        state = State.FREE;
                        return false;
                    }
                    send(mine, got);
                }
                case FREE -> {
                    if (isTimed && !phase.isStopped()) {
                        return false;
                    }
                    state = State.ANSWERED;
                }
                case ASKING -> {
                    return false;
                }
                case GONE -> {
                    return true;
                }
            }
        }
    }

    private static HttpConnectionPool pool(Session mine) {
        return HttpDestinationTable.get(mine).getConnectionPoolByAuthority(null);
    }

    private void connect(Session mine) {
        isConnected = false;
        connection = null;
        pool(mine).acquire(false, this);
    }

    @Override
    public void accept(@Nullable HttpConnection one) {
        connection = one;
        isConnected = true;
        if (state == State.AT_THE_DOOR) {
            phase.came();
        }
        if (!isGoing) {
            Objects.requireNonNull(session).proceed();
        }
    }

    private boolean isDue(Session mine) {
        long left = due - System.nanoTime();
        if (left > 0) {
            hasWaited = true;
            if (!isTimed) {
                pause(mine, left);
            }
            return false;
        }
        if (hasWaited) {
            phase.counts.lag(-left);
        } else if (phase.order.isOpen()) {
            phase.counts.waited();
        }
        hasWaited = false;
        return true;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A session reports by itself what goes wrong in it.
    private void pause(Session mine, long nanos) {
        isTimed = true;
        mine.executor()
                .schedule(
                        () -> {
                            isTimed = false;
                            mine.runTask().run();
                        },
                        nanos,
                        TimeUnit.NANOSECONDS);
    }

    private void begin(Session mine) {
        task = itinerary.task();
        begun = System.nanoTime();
        status = 0;
        hasLength = false;
        phase.counts.begun();
        state = State.CONNECTING;
        HttpConnection held = connection;
        if (held == null || !held.isOpen()) {
            connect(mine);
        }
    }

    private void send(Session mine, HttpConnection on) {
        // The pool of this user has it back when the answer is there.
        connection = null;
        state = State.ASKING;
        Ask ask = phase.asks[phase.plan.target(task)];
        HttpRequest request = HttpRequestPool.get(mine).acquire();
        request.method = ask.method;
        request.path = ask.path;
        HttpConnectionPool pool = pool(mine);
        request.authority = pool.clientPool().authority();
        request.start(pool, this, mine.currentSequence(), mine.statistics(0, Hyperfoil.PHASE));
        request.send(on, ask.headers(), true, ask.body);
        if (request.isCompleted()) {
            request.release();
        } else {
            request.setTimeout(timeoutMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void end(@Nullable String error) {
        ended = System.nanoTime();
        state = State.ANSWERED;
        phase.counts.ended(task, ended - due, ended - begun, error);
    }

    @Override
    public void handleStatus(HttpRequest request, int answered, @Nullable String reason) {
        status = answered;
    }

    @Override
    public void handleEnd(HttpRequest request, boolean executed) {
        if (request.isRunning()) {
            request.setCompleting();
            if (!phase.hasGivenUp()) {
                end(ofStatus());
            }
        }
        if (!request.isCompleted()) {
            request.setCompleted();
        }
    }

    @Override
    public void handleThrowable(HttpRequest request, Throwable thrown) {
        if (request.isRunning()) {
            request.setCompleting();
            if (!phase.hasGivenUp()) {
                boolean isWhole = thrown == Connection.CLOSED_EXCEPTION && status > 0 && !hasLength;
                end(isWhole ? ofStatus() : kind(thrown));
            }
        }
        if (!request.isCompleted()) {
            request.setCompleted();
        }
    }

    private @Nullable String ofStatus() {
        return WebStatus.isError(status) ? WebStatus.kind(status) : null;
    }

    private String kind(Throwable thrown) {
        if (thrown == Connection.SELF_CLOSED_EXCEPTION) {
            return "no answer within " + timeoutMillis / 1e3 + " s";
        }
        if (thrown == Connection.CLOSED_EXCEPTION) {
            return "connection closed before the answer";
        }
        String message = String.valueOf(thrown.getMessage());
        return message.contains("reset")
                ? "connection reset"
                : thrown.getClass().getName() + ": " + message.replaceAll("\\d+", "#");
    }

    @Override
    public void handleHeader(HttpRequest request, CharSequence header, CharSequence value) {
        // Where no header says how long the answer is, it ends with its connection.
        hasLength |= AsciiString.contentEqualsIgnoreCase(header, HttpHeaderNames.CONTENT_LENGTH)
                || AsciiString.contentEqualsIgnoreCase(header, HttpHeaderNames.TRANSFER_ENCODING);
    }

    @Override
    public void handleBodyPart(HttpRequest request, ByteBuf data, int offset, int length, boolean isLastPart) {
        // It is read and dropped.
    }

    @Override
    public void handleRawRequest(HttpRequest request, ByteBuf data, int offset, int length) {
        // Nobody looks at bytes.
    }

    @Override
    public void handleRawResponse(HttpRequest request, ByteBuf data, int offset, int length, boolean isLastPart) {
        // Nobody looks at bytes.
    }

    /** Has it look whether there is something to do. From any thread. */
    void wake() {
        Session mine = session;
        if (mine != null) {
            mine.executor().execute(mine.runTask());
        }
    }

    /** Counts a request that does not end as lost; when its event loop has stopped. */
    void giveUp(long now, String why) {
        if (state == State.CONNECTING || state == State.ASKING) {
            phase.counts.gaveUp(task, now - due, why);
        }
    }
}
