import { useCallback, useEffect, useRef, useState } from "./view.js";

/**
 * What a service answers, asked again every so often while somebody looks at the page. An answer that comes after another
 * question was asked is thrown away; an error leaves the last answer standing.
 *
 * @param ask a promise; asked anew when one of `deps` changes
 * @return {value, error, loading, again, at}
 */
export function useAnswer(ask, deps, everyMs = 0) {
  const [state, setState] = useState({ loading: true });
  const round = useRef(0);
  const asking = useRef(ask);
  asking.current = ask;
  const look = useCallback(async () => {
    const mine = ++round.current;
    try {
      const value = await asking.current();
      if (mine === round.current) {
        setState({ value, loading: false, at: Date.now() });
      }
    } catch (error) {
      if (mine === round.current) {
        setState((old) => ({ ...old, error, loading: false }));
      }
    }
  }, []);
  useEffect(() => {
    setState({ loading: true });
    look();
    return () => {
      round.current++;
    };
  }, deps);
  useEffect(() => {
    if (!everyMs) {
      return undefined;
    }
    const timer = setInterval(() => document.hidden || look(), everyMs);
    const seen = () => document.hidden || look();
    document.addEventListener("visibilitychange", seen);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [...deps, everyMs]);
  return { ...state, again: look };
}

/** Asks again when a stamp has changed; the last answer stands until the next one is there. */
export function useAgain({ again, loading }, stamp) {
  const last = useRef(stamp);
  useEffect(() => {
    if (last.current !== stamp) {
      last.current = stamp;
      again();
    }
  }, [stamp, loading]);
}

/** Something a person has asked for: {busy, error, run}. While it runs, a second click does nothing. */
export function useDeed(deed) {
  const [state, setState] = useState({ busy: false });
  const running = useRef(false);
  const run = async (...given) => {
    if (running.current) {
      return undefined;
    }
    running.current = true;
    setState({ busy: true });
    try {
      const done = await deed(...given);
      setState({ busy: false });
      return done;
    } catch (error) {
      setState({ busy: false, error });
      return undefined;
    } finally {
      running.current = false;
    }
  };
  return { ...state, run, clear: () => setState({ busy: false }) };
}

/** Looks again soon and a little later: what was asked for is on the log at once, and in the answers when it was read there. */
export function soon(...looks) {
  for (const ms of [0, 700, 2500]) {
    setTimeout(() => looks.forEach((look) => look()), ms);
  }
}

/** A clock that ticks while somebody looks. */
export function useNow(everyMs = 1000) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => document.hidden || setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
