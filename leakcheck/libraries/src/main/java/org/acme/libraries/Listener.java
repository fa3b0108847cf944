package org.acme.libraries;

import com.google.common.eventbus.Subscribe;

/** Hears, and does nothing. */
public final class Listener {

    /** Called for each event. */
    @Subscribe
    public void hear(String event) {}
}
