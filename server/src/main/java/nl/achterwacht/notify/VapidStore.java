package nl.achterwacht.notify;

import java.util.function.Supplier;
import nl.achterwacht.base.Tx;

/**
 * Keeps the one key pair by which push services know this installation. With another pair every
 * browser would have to subscribe again.
 */
public final class VapidStore {
  private static final String ADD =
      """
      insert into notify.vapid (public_key, private_key)
      values (:public, :private)
      on conflict do nothing
      """;

  private static final String READ =
      """
      select public_key, private_key
        from notify.vapid
      """;

  /** A key pair as text, as push services and browsers write it. */
  public record Pair(String publicKey, String privateKey) {
    @Override
    public String toString() {
      return "Pair[" + publicKey + ", private key hidden]";
    }
  }

  /** The pair of this installation; the first server to ask keeps what {@code maker} makes. */
  public Pair keep(Tx tx, Supplier<Pair> maker) {
    return tx.sql(READ)
        .query((row, i) -> new Pair(row.getString(1), row.getString(2)))
        .optional()
        .orElseGet(() -> add(tx, maker.get()));
  }

  private static Pair add(Tx tx, Pair made) {
    tx.sql(ADD).param("public", made.publicKey()).param("private", made.privateKey()).update();
    return tx.sql(READ).query((row, i) -> new Pair(row.getString(1), row.getString(2))).single();
  }
}
