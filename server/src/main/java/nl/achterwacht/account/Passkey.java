package nl.achterwacht.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A passkey of somebody: a key kept by a phone or a security key. */
public record Passkey(UUID id, String label, Instant madeAt, @Nullable Instant usedAt) {}
