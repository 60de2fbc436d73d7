const OF_LEG = /^avatar-\d+$/;

/**
 * Whose tracks are the picture of this leg. In a room of our own each leg's avatar has its number in its name; in the
 * provider's room whoever publishes is the avatar.
 *
 * @param {string[]} identities of those who publish, in the order of their coming
 * @returns {string | undefined}
 */
export function avatarOf(leg, identities) {
  return identities.some((identity) => OF_LEG.test(identity))
    ? identities.find((identity) => identity === `avatar-${leg}`)
    : identities[0];
}

/** The room that a participant's token is for; the token itself if that cannot be read. */
export function roomOf(token) {
  try {
    const claims = JSON.parse(atob(token.split(".")[1].replace(/-/g, "+").replace(/_/g, "/")));
    return claims.video.room ?? token;
  } catch {
    return token;
  }
}
