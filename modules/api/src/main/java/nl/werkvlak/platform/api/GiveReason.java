package nl.werkvlak.platform.api;

/** An act that needs nothing but its reason. */
public record GiveReason(String reason) {}
