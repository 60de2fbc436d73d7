import { createContext, useContext } from "./view.js";

/** What every view has at hand: {desk, key, config, workers, say, route}. */
export const House = createContext(null);

export function useHouse() {
  return useContext(House);
}
