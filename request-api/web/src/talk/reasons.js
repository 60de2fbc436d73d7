const ENDINGS = {
  USER_CLOSED: "You ended the session.",
  CANCELLED: "The request was cancelled.",
  LEASE_ENDED: "The session ended because nobody was there.",
  START_REFUSED: "The session was not started.",
  START_FAILED: "The session could not be started.",
  MAX_DURATION_REACHED: "The session reached its longest duration.",
  BUDGET_ENDED: "The session's budget is used up.",
  CREDITS_ENDED: "The account's credits are used up.",
  NO_CREDITS: "The account has no credits left.",
  PLAN_ENDED: "The session's plan has come to its end.",
  PROVIDER_ENDED: "The avatar's provider ended the session.",
};
const SKIPPED = {
  "comment.duplicate": "somebody had said the same",
  "comment.rate_limited": "too many at once",
  "comment.overflow": "too many at once",
  "comment.moderated": "not fit for an answer",
  "comment.moderation_failed": "it could not be checked",
  "comment.links_only": "nothing but links",
  "comment.too_long": "too long",
  "comment.expired": "others were chosen before it",
  "comment.session_ended": "the session ended",
  "session.not_live": "the session was not live",
};

/** Why a session ended, for people. */
export function ending(reason) {
  return ENDINGS[reason] ?? "The session has ended.";
}

/** Why words were not answered, for people. */
export function skipped(reason) {
  return SKIPPED[reason] ?? String(reason ?? "").replace(/^.*\./, "").replace(/_/g, " ");
}
