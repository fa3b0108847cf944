/** The helper process: what runs beside a test or a benchmark that checks itself, and commands the worker in it. */
@NullMarked
package org.evenkeel.leakcheck.helper;

import org.jspecify.annotations.NullMarked;
