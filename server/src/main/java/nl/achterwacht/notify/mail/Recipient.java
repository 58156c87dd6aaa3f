package nl.achterwacht.notify.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Optional;

/** Reads the address of one person; anything that could reach somebody else as well is refused. */
final class Recipient {
  private Recipient() {}

  /** The bare address, its domain in the form of the DNS; empty if it is not exactly one. */
  static Optional<InternetAddress> read(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1 || !text.chars().allMatch(sign -> sign > ' ' && sign != 0x7F)) {
      return Optional.empty();
    }
    try {
      String domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
      var address = new InternetAddress(text.substring(0, at + 1) + domain, true);
      boolean isPlain =
          address.getPersonal() == null
              && !address.isGroup()
              && address.getAddress().chars().allMatch(sign -> sign < 0x7F);
      return isPlain ? Optional.of(address) : Optional.empty();
    } catch (AddressException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
