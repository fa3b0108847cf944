package org.evenkeel.hotpaths.redis;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Runs only where a {@code redis-server} is installed: the build promises to need no server. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf("org.evenkeel.hotpaths.redis.InstalledRedis#isThere")
public @interface NeedsRedisServer {}
