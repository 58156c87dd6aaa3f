package nl.achterwacht.preparation;

import java.util.List;

/**
 * What a worker can read before and during a visit, in both languages: scenario cards, what to do
 * at the door, sentences to leave with, and the risky moments of each kind of work.
 */
public record Guidance(
    List<Card> cards,
    List<Text> atTheDoor,
    List<Text> leaveSentences,
    List<RiskyMoments> riskyMoments) {
  public Guidance {
    cards = List.copyOf(cards);
    atTheDoor = List.copyOf(atTheDoor);
    leaveSentences = List.copyOf(leaveSentences);
    riskyMoments = List.copyOf(riskyMoments);
  }

  /** The same words in Dutch and English. */
  public record Text(String nl, String en) {}

  /**
   * The organisation's answer to one situation.
   *
   * @param code stable name, such as {@code dog}
   * @param factors risk factors at which it stands first
   */
  public record Card(String code, List<String> factors, Text title, Text text) {
    public Card {
      factors = List.copyOf(factors);
    }
  }

  /** The risky moments of one kind of work. */
  public record RiskyMoments(Text function, List<Moment> moments) {
    public RiskyMoments {
      moments = List.copyOf(moments);
    }
  }

  /**
   * One of them.
   *
   * @param factors risk factors at which it applies today
   */
  public record Moment(Text text, List<String> factors) {
    public Moment {
      factors = List.copyOf(factors);
    }
  }
}
