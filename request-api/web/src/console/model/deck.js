/** The clips of a campaign in the order in which a person should see them: those that wait first, then what did not pass. */

const URGENCY = { FAIL: 2, REVIEW: 1, NOT_MEASURABLE: 3, PASS: 5 };

export function inOrder(requests) {
  return requests
    .filter((one) => one.takes > 0 && ["held", "completed", "rendered", "failed"].includes(one.state) && (one.verdict || one.state !== "failed"))
    .map((one, at) => ({ one, at, rank: rank(one) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ one }) => one);
}

export function isRuled({ rulings }) {
  return Boolean(rulings?.approved || rulings?.rejected);
}

function rank(one) {
  if (one.state === "held") {
    return 0;
  }
  return (URGENCY[one.verdict] ?? 4) + (isRuled(one) ? 10 : 0);
}
