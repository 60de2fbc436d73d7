package dev.callsheet.conversation.turn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who has the floor. */
public sealed interface Floor {
    /** Nobody. */
    record Free() implements Floor {}

    /** The avatar answers. */
    record Taken(List<Input> inputs) implements Floor {
        public Taken {
            inputs = List.copyOf(inputs);
        }
    }

    /** The avatar had begun to answer, and is silent because a person speaks. */
    record Hushed(List<Input> inputs) implements Floor {
        public Hushed {
            inputs = List.copyOf(inputs);
        }
    }

    /** The avatar ends its sentence; after it only the farewell is said. */
    record Finishing(@Nullable Input farewell) implements Floor {}

    /** The avatar says farewell. */
    record Parting() implements Floor {}

    record Closed() implements Floor {}
}
