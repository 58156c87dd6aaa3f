package nl.achterwacht.base;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shuts an old server out once a newer one has migrated the database: it may not know what the rows
 * mean now (docs/decisions/0070). Once shut it stays so; the server must be replaced.
 */
public final class VersionFence implements Fence {
  private static final Logger LOG = LoggerFactory.getLogger(VersionFence.class);

  private final int newestKnown;
  private volatile boolean shut;

  /**
   * @param newestKnown the newest migration that this server has on board
   */
  public VersionFence(int newestKnown) {
    this.newestKnown = newestKnown;
  }

  @Override
  public boolean isOpen(Tx tx) {
    if (!shut
        && !tx.sql("select base.may_wake(:known)")
            .param("known", newestKnown)
            .query(Boolean.class)
            .single()) {
      shut = true;
      LOG.error(
          "the database is of a newer version than this server (migration {}): it no longer wakes"
              + " or sends anything, and must be replaced",
          newestKnown);
    }
    return !shut;
  }

  /** Whether it was found shut before; asks nobody. */
  public boolean isShut() {
    return shut;
  }
}
