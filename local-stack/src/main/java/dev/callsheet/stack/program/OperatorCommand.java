package dev.callsheet.stack.program;

import picocli.CommandLine.Mixin;

/** An operator's command that takes {@code --state DIR} as all others do. */
abstract class OperatorCommand extends OperatorCall {
    @Mixin
    private StateOption state = new StateOption();

    @Override
    StateOption state() {
        return state;
    }
}
