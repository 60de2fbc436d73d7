package dev.callsheet.conversation.comments;

import java.util.Locale;

/** Why a comment is not answered. The codes are in facts and messages and stay. */
public enum SkipReason {
    /** It has no letter and no digit. */
    EMPTY,
    /** It has nothing but addresses. */
    LINKS_ONLY,
    TOO_LONG,
    /** It is, or has become, too old to be worth an answer. */
    EXPIRED,
    /** Its author, or the audience together, writes more than is read. */
    RATE_LIMITED,
    /** The moderator said no. */
    MODERATED,
    /** The moderator could not be asked, and nothing is said unseen. */
    MODERATION_FAILED,
    /** The same author has asked it, or so many have that it is only counted. */
    DUPLICATE,
    /** There are too many, and others come first. */
    OVERFLOW,
    SESSION_ENDED;

    /** The stable dotted code, such as {@code comment.rate_limited}. */
    public String code() {
        return "comment." + name().toLowerCase(Locale.ROOT);
    }
}
