package nl.achterwacht.calendar.bulk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.achterwacht.calendar.bulk.Grid.Cell;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as people have them: from registrations, from Dutch Excel, from elsewhere. */
class TableFileTest {
  private static final String NAME = "Zoë Müller – € 5";

  @ParameterizedTest
  @ValueSource(strings = {";", ",", "\t"})
  void theSeparatorIsFoundInTheHeader(String separator) throws Unreadable {
    String text = "medewerker;adres;begin\n\"Anna; B., c\";Dorpsstraat 12;14:00\n";
    String quoted = text.replace("Anna; B., c", "Anna|c").replace(";", separator);
    Grid grid = TableFile.read(quoted.getBytes(UTF_8));
    assertThat(grid.header())
        .extracting(Cell::text)
        .containsExactly("medewerker", "adres", "begin");
    assertThat(grid.lines().getFirst().cells())
        .extracting(Cell::text)
        .containsExactly("Anna|c", "Dorpsstraat 12", "14:00");
  }

  @Test
  void separatorsInsideQuotesAreText() throws Unreadable {
    Grid grid = TableFile.read("a;b\n\"x;y\n\"\"z\"\"\";1\n\n;\n2;3\n".getBytes(UTF_8));
    assertThat(grid.lines()).hasSize(2);
    assertThat(grid.lines().getFirst().cell(0).text()).isEqualTo("x;y\n\"z\"");
    // As a spreadsheet shows it: rows that are empty count, a break inside a cell does not.
    assertThat(grid.lines().getLast().number()).isEqualTo(5);
  }

  @Test
  void lettersAreReadInTheEncodingTheyWereWrittenIn() throws Unreadable {
    String text = "naam;adres\n" + NAME + ";x\n";
    byte[] windows = text.getBytes(Charset.forName("windows-1252"));
    assertThat(name(text.getBytes(UTF_8))).isEqualTo(NAME);
    assertThat(name(windows)).isEqualTo(NAME);
    assertThat(name(("\uFEFF" + text).getBytes(UTF_8))).isEqualTo(NAME);
    assertThat(name(("\uFEFF" + text).getBytes(UTF_16LE))).isEqualTo(NAME);
  }

  @Test
  void excelsOwnLineWithTheSeparatorIsNoRow() throws Unreadable {
    Grid grid = TableFile.read("sep=,\r\nnaam,adres\r\nAnna,x\r\n".getBytes(UTF_8));
    assertThat(grid.header()).extracting(Cell::text).containsExactly("naam", "adres");
    assertThat(grid.lines()).hasSize(1);
  }

  @Test
  void aWorkbookGivesItsFirstSheetWithNumbersAsNumbers() throws Exception {
    Grid grid = TableFile.read(workbook());
    assertThat(grid.header()).extracting(Cell::text).containsExactly("naam", "begin", "duur");
    Cell begin = grid.lines().getFirst().cell(1);
    assertThat(begin.number()).isTrue();
    assertThat(new LocalTimes(grid.date1904()).dayAndTime(begin))
        .hasValue(LocalDateTime.of(2027, 3, 10, 14, 30));
    assertThat(grid.lines().getFirst().cell(2)).isEqualTo(new Cell("45", true));
    assertThat(grid.lines().getFirst().number()).isEqualTo(2);
  }

  @Test
  void aZipThatGrowsHugeIsRefused() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] nothing = new byte[1024 * 1024];
      for (int i = 0; i < 70; i++) {
        zip.write(nothing);
      }
    }
    assertThat(bytes.size()).isLessThan(1024 * 1024);
    assertRefused(bytes.toByteArray(), "too-large");
  }

  @Test
  void whatIsNoTableIsRefusedInWords() {
    assertRefused("a;b\n\"x;1\n".getBytes(UTF_8), "csv-form");
    assertRefused("PK\u0003\u0004 stuk".getBytes(ISO_8859_1), "xlsx-form");
    assertRefused("\u00D0\u00CF\u0011\u00E0 oud".getBytes(ISO_8859_1), "old-excel");
    assertRefused("a;b\n\u0000;1\n".getBytes(UTF_8), "not-a-table");
    assertRefused("a;b\n".getBytes(UTF_8), "no-rows");
    assertRefused((";".repeat(200) + "\n;1\n").getBytes(UTF_8), "too-many-columns");
    assertRefused(("a\n" + "1\n".repeat(20_001)).getBytes(UTF_8), "too-many-rows");
  }

  private static void assertRefused(byte[] file, String code) {
    assertThatThrownBy(() -> TableFile.read(file))
        .isInstanceOfSatisfying(Unreadable.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static String name(byte[] file) throws Unreadable {
    return TableFile.read(file).lines().getFirst().cell(0).text();
  }

  static byte[] workbook() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "test", "1.0")) {
      var sheet = workbook.newWorksheet("bezoeken");
      sheet.value(0, 0, "naam");
      sheet.value(0, 1, "begin");
      sheet.value(0, 2, "duur");
      sheet.value(1, 0, "Anna");
      sheet.value(1, 1, LocalDateTime.of(2027, 3, 10, 14, 30));
      sheet.style(1, 1).format("dd-mm-yyyy hh:mm").set();
      sheet.value(1, 2, 45);
    }
    return bytes.toByteArray();
  }
}
