package dev.callsheet.avatar.live;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * The end of a process at one of its calls to the tables or to the provider: before the call had its effect, or after it
 * and before the answer came. From then on the process does nothing any more.
 */
final class Mortal {
    private final int last;
    private final boolean done;
    private int calls;

    /** @param last which call is the last one, from 1 @param done whether that call still has its effect */
    Mortal(int last, boolean done) {
        this.last = last;
        this.done = done;
    }

    /** Not an exception: nothing in the service may take it for a failure of one call. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }

    boolean isDead() {
        return calls >= last;
    }

    @SuppressWarnings("unchecked")
    <T> T guard(Class<T> port, T real) {
        return (T) Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.invoke(real, arguments);
            }
            calls++;
            if (calls > last || calls == last && !done) {
                throw new Death();
            }
            Object answer;
            try {
                answer = method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            if (calls == last) {
                throw new Death();
            }
            return answer;
        });
    }
}
