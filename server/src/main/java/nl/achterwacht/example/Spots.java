package nl.achterwacht.example;

import java.util.List;
import java.util.Random;

/**
 * Places where the town's people go: streets and squares in and around Zwolle. Without a number,
 * for behind every real number somebody lives; the positions are rounded to about a hundred metres.
 */
final class Spots {
  private static final List<String> DOORS =
      List.of(
          "begane grond", "1 hoog", "2 hoog links", "3 hoog", "bel boven", "achterom", "galerij 4");

  private static final List<Spot> ALL =
      List.of(
          new Spot("Assendorperstraat, Zwolle", 52.507, 6.103),
          new Spot("Hortensiastraat, Zwolle", 52.504, 6.107),
          new Spot("Deventerstraatweg, Zwolle", 52.501, 6.106),
          new Spot("Veerallee, Zwolle", 52.506, 6.083),
          new Spot("Stationsplein, Zwolle", 52.505, 6.091),
          new Spot("Thomas a Kempisstraat, Zwolle", 52.516, 6.098),
          new Spot("Meppelerstraatweg, Zwolle", 52.523, 6.105),
          new Spot("Vechtstraat, Zwolle", 52.517, 6.105),
          new Spot("Middelweg, Zwolle", 52.523, 6.097),
          new Spot("Bachlaan, Zwolle", 52.527, 6.087),
          new Spot("Beethovenlaan, Zwolle", 52.529, 6.083),
          new Spot("Mozartlaan, Zwolle", 52.526, 6.079),
          new Spot("Palestrinalaan, Zwolle", 52.532, 6.086),
          new Spot("Gombertstraat, Zwolle", 52.531, 6.080),
          new Spot("Obrechtstraat, Zwolle", 52.530, 6.090),
          new Spot("Belvédèrelaan, Zwolle", 52.531, 6.049),
          new Spot("Werkerlaan, Zwolle", 52.535, 6.052),
          new Spot("Mastenbroekerallee, Zwolle", 52.524, 6.057),
          new Spot("Hasselterweg, Zwolle", 52.522, 6.076),
          new Spot("Blaloweg, Zwolle", 52.518, 6.072),
          new Spot("Wipstrikkerallee, Zwolle", 52.511, 6.114),
          new Spot("Kuyerhuislaan, Zwolle", 52.508, 6.124),
          new Spot("Herfterlaan, Zwolle", 52.505, 6.136),
          new Spot("Campherbeeklaan, Zwolle", 52.533, 6.118),
          new Spot("Brinkhoekweg, Zwolle", 52.531, 6.127),
          new Spot("Oude Deventerstraatweg, Zwolle", 52.487, 6.106),
          new Spot("Hollewandsweg, Zwolle", 52.490, 6.124),
          new Spot("Ittersumallee, Zwolle", 52.490, 6.113),
          new Spot("Katwolderplein, Zwolle", 52.514, 6.084),
          new Spot("Noordereiland, Zwolle", 52.515, 6.093),
          new Spot("Grote Kerkplein, Zwolle", 52.512, 6.092),
          new Spot("Diezerkade, Zwolle", 52.516, 6.101),
          new Spot("Dorpsweg, Hattem", 52.474, 6.066),
          new Spot("Markt, Hattem", 52.475, 6.064),
          new Spot("Oudestraat, Kampen", 52.558, 5.917),
          new Spot("IJsselkade, Kampen", 52.559, 5.919),
          new Spot("Kerkplein, Dalfsen", 52.511, 6.257),
          new Spot("Hoogstraat, Hasselt", 52.591, 6.095));

  /** The town hall, where most journeys end. */
  static final Spot OFFICE = new Spot("Lübeckplein, Zwolle", 52.503, 6.087);

  private Spots() {}

  /** A street or square with a position. */
  record Spot(String address, double latitude, double longitude) {}

  static Spot any(Random random) {
    return ALL.get(random.nextInt(ALL.size()));
  }

  static String door(Random random) {
    return DOORS.get(random.nextInt(DOORS.size()));
  }
}
