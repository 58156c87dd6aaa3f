package nl.achterwacht.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Array;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.achterwacht.postgres.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a real database reads in the arrays that are sent to it, told by itself as text. */
class BinaryArrayTest {
  private static TestDatabase test;

  @BeforeAll
  static void start() {
    test = TestDatabase.create();
  }

  @AfterAll
  static void close() {
    test.close();
  }

  @Test
  void idsOfAnyKindStandBesideBareOnes() {
    UUID bare = UUID.fromString("01a21903-1143-7000-bc82-2f4ac96d2fa9");
    UUID last = UUID.fromString("ffffffff-ffff-ffff-ffff-fffffffffffe");
    assertThat(told("uuid", tx -> tx.uuids(Arrays.asList(bare, null, new PersonId(last)))))
        .containsExactly(bare.toString(), null, last.toString());
  }

  @Test
  void wordsOfAnyScriptAndLength() {
    List<String> words =
        Arrays.asList("", "null", null, "{\"a\": \"b\\c\"}", "Zoë 𝄞 \n", "x".repeat(70_000));
    assertThat(told("text", tx -> tx.texts(words))).isEqualTo(words);
  }

  @Test
  void momentsAreRoundedToTheMicrosecondAsTextIs() {
    List<Instant> moments =
        Arrays.asList(
            Instant.parse("2026-11-26T18:00:00.123456Z"),
            null,
            Instant.parse("1999-12-31T23:59:59.9999995Z"),
            Instant.parse("1899-12-31T23:59:59.000000499Z"),
            Instant.parse("9999-12-31T23:59:59.999999Z"));
    String form = "to_char(%s at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')";
    List<String> asText =
        moments.stream()
            .map(at -> at == null ? null : test.database().inTransaction(tx -> text(tx, form, at)))
            .toList();
    assertThat(told("timestamptz", form, tx -> tx.instants(moments))).isEqualTo(asText);
    assertThat(asText).contains("2000-01-01 00:00:00.000000", "2026-11-26 18:00:00.123456");
  }

  @Test
  void numbers() {
    assertThat(
            told(
                "integer",
                tx -> tx.integers(Arrays.asList(0, Integer.MIN_VALUE, null, Integer.MAX_VALUE))))
        .containsExactly("0", "-2147483648", null, "2147483647");
    assertThat(told("double precision", tx -> tx.doubles(Arrays.asList(52.09, null, -0.1, 1e300))))
        .containsExactly("52.09", null, "-0.1", "1e+300");
  }

  @Test
  void bytes() {
    byte[] all = {0, 1, -1, 127, -128};
    assertThat(told("bytea", tx -> tx.bytes(Arrays.asList(all, null, new byte[0]))))
        .containsExactly("\\x0001ff7f80", null, "\\x");
  }

  @Test
  void nothingAtAll() {
    assertThat(told("uuid", tx -> tx.uuids(List.of()))).isEmpty();
    assertThat(told("text", tx -> tx.texts(List.of()))).isEmpty();
  }

  private static List<String> told(String type, Function<Tx, Array> array) {
    return told(type, "%s::text", array);
  }

  private static List<String> told(String type, String form, Function<Tx, Array> array) {
    String sql =
        "select %s from unnest(:values::%s[]) with ordinality as t(e, n) order by n"
            .formatted(form.formatted("e"), type);
    return test.database()
        .inTransaction(tx ->
            tx.sql(sql)
                .param("values", array.apply(tx))
                .query((row, i) -> row.getString(1))
                .list());
  }

  private static String text(Tx tx, String form, Instant at) {
    return tx.sql("select " + form.formatted(":at::timestamptz"))
        .param("at", at.toString())
        .query(String.class)
        .single();
  }
}
