package nl.achterwacht.place.caution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Judging words are pointed out; what was done is not. */
class WordHintTest {
  @Test
  void aJudgementIsPointedOut() {
    assertThat(WordHint.in("Lastige klager, en BOOS. Een lastige man."))
        .containsExactly("boos", "klager", "lastige");
    assertThat(WordHint.in("A difficult complainer")).containsExactly("complainer", "difficult");
  }

  @Test
  void whatWasDoneIsNot() {
    assertThat(WordHint.in("Sloeg op 3 november met een stok tegen de auto.")).isEmpty();
    assertThat(WordHint.in("Let a dog loose at the door.")).isEmpty();
  }
}
