package dev.callsheet.avatar.domain;

/**
 * A started session at the provider.
 *
 * @param controlUrl the WebSocket that takes the avatar's audio; a secret
 */
public record Broadcast(String providerId, String controlUrl, Media media) {}
