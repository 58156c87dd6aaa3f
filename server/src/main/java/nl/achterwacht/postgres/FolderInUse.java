package nl.achterwacht.postgres;

/** Another server uses the folder, in this process or another. */
public final class FolderInUse extends DatabaseUnusable {
  private static final long serialVersionUID = 1L;

  FolderInUse(String message) {
    super(message);
  }
}
