package org.acme;

import java.util.ArrayList;
import java.util.List;

/** Keeps what it makes. */
public final class Leaking implements Runnable {

    private static final List<byte[]> KEPT = new ArrayList<>();

    @Override
    public void run() {
        synchronized (KEPT) {
            KEPT.add(new byte[100]);
        }
    }
}
