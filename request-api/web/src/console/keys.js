/** The keys that a person has typed, for as long as the tab is open. */
const TENANT = "callsheet.key";
const OPERATOR = "callsheet.operator-key";

export const keys = {
  get tenant() {
    return sessionStorage.getItem(TENANT);
  },
  set tenant(key) {
    keep(TENANT, key);
  },
  get operator() {
    return sessionStorage.getItem(OPERATOR);
  },
  set operator(key) {
    keep(OPERATOR, key);
  },
  forget() {
    sessionStorage.clear();
  },
};

function keep(name, key) {
  if (key) {
    sessionStorage.setItem(name, key);
  } else {
    sessionStorage.removeItem(name);
  }
}
