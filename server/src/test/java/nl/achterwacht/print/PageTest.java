package nl.achterwacht.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/** What leaves on paper or in a file says what was put into it. */
class PageTest {
  @Test
  void aPdfSaysItsWordsInAnyEuropeanLettersAndCountsItsPages() throws Exception {
    byte[] pdf =
        Page.pdf(
            "trial",
            "nl",
            Map.of(
                "title",
                "Proef <b>",
                "madeBy",
                "Gemeente Voorbeeldstad",
                "name",
                "Łukasz Şahin & Ömer",
                "rows",
                IntStream.range(0, 90).boxed().toList(),
                "code",
                ScanCode.dataUri("https://voorbeeld.example", 120)));
    try (var document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text)
          .contains("Proef <b>", "Beste Łukasz Şahin & Ömer", "Bladzijde 2 van 4", "89");
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nl");
    }
  }

  @Test
  void aPageInPartsIsNumberedThroughAndReadAloudAsOne() throws Exception {
    byte[] pdf =
        Page.pdfInParts(
            "trial",
            "nl",
            Map.of(
                "title",
                "Proef",
                "madeBy",
                "Gemeente Voorbeeldstad",
                "name",
                "Łukasz",
                "rows",
                IntStream.range(0, 230).boxed().toList(),
                "code",
                ScanCode.dataUri("https://voorbeeld.example", 120)),
            "rows");
    try (var document = Loader.loadPDF(pdf)) {
      int pages = document.getNumberOfPages();
      for (int n = 1; n <= pages; n++) {
        assertThat(textOf(document, n))
            .containsOnlyOnce("Bladzijde " + n + " van " + pages)
            .containsOnlyOnce("Gemeente Voorbeeldstad · Proef");
      }
      List<String> rows = textOf(document, 0).lines().filter(line -> line.matches("\\d+")).toList();
      assertThat(rows).isEqualTo(IntStream.range(0, 230).mapToObj(Integer::toString).toList());
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nl");
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Proef");
      var tags = new Spoken(document);
      assertThat(tags.count("Document")).isEqualTo(1);
      assertThat(tags.count("H1")).isEqualTo(1);
      assertThat(tags.count("TD")).isEqualTo(230);
      assertThat(tags.count("Link")).isEqualTo(3);
      tags.assertThatAllOnThePagesIsIn();
    }
  }

  private static String textOf(PDDocument document, int page) throws IOException {
    var stripper = new PDFTextStripper();
    if (page > 0) {
      stripper.setStartPage(page);
      stripper.setEndPage(page);
    }
    return stripper.getText(document);
  }

  @Test
  void aValueThatIsMissingIsABugAndIsSaid() {
    assertThatThrownBy(() -> Page.html("trial", "nl", Map.of("title", "t", "madeBy", "m")))
        .hasMessageContaining("name");
  }

  @Test
  void aTemplateOfTheOrganisationIsFilledOrTellsWhatIsWrong() {
    assertThat(Page.ownText("Geachte {{naam}},", Map.of("naam", "J. & co")))
        .isEqualTo("Geachte J. & co,");
    assertThatThrownBy(() -> Page.ownText("Geachte {{nam}},", Map.of("naam", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nam");
    assertThatThrownBy(() -> Page.ownText("{{>head}}", Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTableKeepsItsValuesAndRunsNoFormula() throws Exception {
    var table =
        new Table(
            "Blad",
            List.of("wat", "hoeveel"),
            List.of(List.of("=1+1", 3), Arrays.asList("ä", null)));
    assertThat(new String(table.csv(), StandardCharsets.UTF_8))
        .isEqualTo("\uFEFFwat;hoeveel\r\n'=1+1;3\r\nä;\r\n");
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(table.xlsx()))) {
      var rows = workbook.getFirstSheet().read();
      assertThat(rows.get(1).getCellText(0)).isEqualTo("=1+1");
      assertThat(rows.get(1).getCell(0).getFormula()).isNull();
      assertThat(rows.get(1).getCell(1).asNumber().intValue()).isEqualTo(3);
    }
  }

  @Test
  void aCodeIsReadBackAsWhatItSays() throws Exception {
    var image = ImageIO.read(new ByteArrayInputStream(ScanCode.png("https://a.example/#/x", 240)));
    int[] pixels = image.getRGB(0, 0, 240, 240, null, 0, 240);
    var source = new RGBLuminanceSource(240, 240, pixels);
    assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText())
        .isEqualTo("https://a.example/#/x");
  }
}
