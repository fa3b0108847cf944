/** Native agents that are loaded into other JVMs, so that nothing of them is on a class path or a heap there. */
@NullMarked
package org.evenkeel.leakcheck.run.agent;

import org.jspecify.annotations.NullMarked;
