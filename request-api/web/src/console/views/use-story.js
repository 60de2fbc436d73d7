import { isOver } from "../model/story.js";
import { useAnswer } from "../parts/answers.js";
import { useEffect, useRef } from "../parts/view.js";

const TOGETHER_MS = 150;
const LATE_MS = 10_000;

/** A request's story, read anew with each event that comes, and now and then in case none does. */
export function useStory(desk, id) {
  const story = useAnswer(() => desk.request(id), [desk, id]);
  const over = useRef(false);
  over.current = story.value ? isOver(story.value) && story.value.ended : false;
  useEffect(() => {
    const stop = new AbortController();
    let timer = 0;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(story.again, TOGETHER_MS);
    };
    desk.followRequest(id, soon, stop.signal);
    const late = setInterval(() => over.current || document.hidden || story.again(), LATE_MS);
    return () => {
      stop.abort();
      clearTimeout(timer);
      clearInterval(late);
    };
  }, [desk, id]);
  return story;
}
