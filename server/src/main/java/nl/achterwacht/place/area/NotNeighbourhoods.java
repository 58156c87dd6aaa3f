package nl.achterwacht.place.area;

/** A file cannot be loaded as boundaries. Nothing of it was stored. */
public final class NotNeighbourhoods extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code stable word for what is wrong
   * @param what a sentence for the administrator, with which feature if there is one
   */
  NotNeighbourhoods(String code, String what) {
    super(what);
    this.code = code;
  }

  /** Stable word for what is wrong, such as {@code rd-coordinates}. */
  public String code() {
    return code;
  }

  /** A sentence for the administrator. */
  public String what() {
    return String.valueOf(getMessage());
  }
}
