package nl.achterwacht.travel;

import java.util.List;

/**
 * One thing to take along, or to leave at home.
 *
 * @param id short, lower case, and the same for as long as it means the same thing
 * @param along taken along; else left behind
 */
public record PackingItem(String id, boolean along, String textNl, String textEn) {
  /** The list until an organisation makes its own. */
  static final List<PackingItem> USUAL =
      List.of(
          take("phone", "Telefoon, minstens 50 % vol", "Phone, charged to 50 % or more"),
          take("power-bank", "Powerbank", "Power bank"),
          take("badge", "Pasje, achternaam niet zichtbaar", "ID badge, surname not visible"),
          take("keys", "Sleutels in uw zak", "Keys in your pocket"),
          take("shoes", "Schoenen waarop u snel weg kunt", "Shoes you can walk away fast in"),
          take("torch", "Kleine zaklamp", "Small torch"),
          leave("jewellery", "Sieraden", "Jewellery"),
          leave("cash", "Contant geld", "Cash"),
          leave("laptop", "Laptop die u niet nodig hebt", "A laptop you do not need"),
          leave("papers", "Papieren over andere cliënten", "Papers about other clients"),
          leave("private-numbers", "Privénummers van collega’s", "Private numbers of colleagues"),
          leave(
              "scarf", "Sjaal of keycord dat vast blijft zitten", "A scarf or lanyard that holds"));

  public String text(String language) {
    return language.equals("en") ? textEn : textNl;
  }

  private static PackingItem take(String id, String textNl, String textEn) {
    return new PackingItem(id, true, textNl, textEn);
  }

  private static PackingItem leave(String id, String textNl, String textEn) {
    return new PackingItem(id, false, textNl, textEn);
  }
}
