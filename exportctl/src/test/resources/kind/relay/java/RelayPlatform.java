package io.exportctl.kind.relay;

/** The section {@code relay} of platform.yaml. */
public record RelayPlatform(String topicPrefix) {}
