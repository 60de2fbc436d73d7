package dev.callsheet.twin.queue.domain.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A way in which the provider may fail, one enum for each door. A new one is a constant there, and the switches that must
 * know it do not compile until they do.
 */
public sealed interface Fault
        permits AnswerFault,
                JobFault,
                ReadFault,
                ListFault,
                CancelFault,
                ArtifactFault,
                SlotFault,
                UploadFault,
                LiveFault,
                MindFault {

    /** Name and defaults. */
    Traits traits();

    /** Where it strikes. */
    Door door();

    /** At most one fault of a slot strikes a call. */
    default String slot() {
        return door().word();
    }

    /** Its name, for instance {@code lost-answer}. */
    default String word() {
        return traits().word();
    }

    /** All faults, in the order of the README. */
    static List<Fault> all() {
        return Stream.<Fault[]>of(
                        AnswerFault.values(),
                        JobFault.values(),
                        ReadFault.values(),
                        ListFault.values(),
                        CancelFault.values(),
                        ArtifactFault.values(),
                        SlotFault.values(),
                        UploadFault.values(),
                        LiveFault.values(),
                        MindFault.values())
                .flatMap(Arrays::stream)
                .toList();
    }

    /** The fault of that name, or empty. */
    static Optional<Fault> named(String word) {
        return all().stream().filter(fault -> fault.word().equals(word)).findFirst();
    }

    /** All names, for error messages. */
    static String words() {
        return all().stream().map(Fault::word).collect(Collectors.joining(", "));
    }
}
