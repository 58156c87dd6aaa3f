package nl.achterwacht.account;

/** What is kept of the password somebody begins with; {@link AccountRegister} makes it. */
public record FirstPassword(String hash) {
  @Override
  public String toString() {
    return "FirstPassword[hidden]";
  }
}
