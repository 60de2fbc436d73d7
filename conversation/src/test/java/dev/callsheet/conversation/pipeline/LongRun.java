package dev.callsheet.conversation.pipeline;

import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/** Runs only where the system property {@code callsheet.long} is true. */
class LongRun implements SkipExecutionHook {
    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
        return Boolean.getBoolean("callsheet.long") ? SkipResult.doNotSkip() : SkipResult.skip("-Dcallsheet.long=true");
    }
}
