package nl.achterwacht.account;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Argon2id. Passwords cost 19 MiB and two rounds (OWASP's floor); codes cost less, because a worker
 * waits for the answer at a front door and four digits are not kept secret by cost anyway.
 */
final class SlowHash {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final Argon2PasswordEncoder encoder;
  // Each hash takes megabytes: a storm of sign-ins may queue, never eat the server's memory.
  private final Semaphore places =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
  private final String nobodys;

  private SlowHash(int memoryKib, int rounds) {
    this.encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, memoryKib, rounds);
    this.nobodys = of(Secret.next().text());
  }

  static SlowHash forPasswords() {
    return new SlowHash(19 * 1024, 2);
  }

  static SlowHash forCodes() {
    return new SlowHash(4 * 1024, 2);
  }

  /** For what is printed for everybody to read, such as the example town's password. */
  static SlowHash forWhatEverybodyKnows() {
    return new SlowHash(64, 1);
  }

  String of(String secret) {
    places.acquireUninterruptibly();
    try {
      String hash = encoder.encode(secret);
      if (hash == null) {
        throw new IllegalStateException("no hash for a secret");
      }
      return hash;
    } finally {
      places.release();
    }
  }

  /** Whether {@code secret} has this hash. Without a hash it is as much work, and never right. */
  boolean matches(String secret, @Nullable String hash) {
    places.acquireUninterruptibly();
    try {
      boolean right = encoder.matches(secret, hash == null ? nobodys : hash);
      return right && hash != null;
    } finally {
      places.release();
    }
  }
}
