package org.evenkeel.leakcheck.junit;

import org.evenkeel.leakcheck.RunningTests;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Counts the tests that run, of whatever engine of the JUnit platform, so that a leak check knows when it is not alone. The
 * platform finds it as a service.
 */
public final class TestCounter implements TestExecutionListener {

    @Override
    public void executionStarted(TestIdentifier identifier) {
        if (identifier.isTest()) {
            RunningTests.started();
        }
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (identifier.isTest()) {
            RunningTests.finished();
        }
    }
}
