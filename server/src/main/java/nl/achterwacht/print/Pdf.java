package nl.achterwacht.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A tagged PDF (PDF/UA-1), so that it can be read aloud, of one or more pages of XHTML. */
final class Pdf implements AutoCloseable {
  // As head.html has the foot of a page.
  private static final float FOOT_SIZE = 7.9875f;
  private static final float FOOT_HEIGHT = 31.2375f;
  private static final float MARGIN = 56.7f;
  private static final float GREY = 0x4a / 255f;

  static {
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
  }

  private final PDDocument document = new PDDocument();
  private final List<Face> faces;
  private final Tags tags = new Tags();
  private final COSDictionary layout = artifact("Layout");
  private final COSDictionary sheetNumber = artifact("Pagination");

  private record Face(PDFont font, int weight, FontStyle style) {}

  Pdf() throws IOException {
    // Names of people hold letters that the fonts every PDF reader has do not.
    this.faces =
        List.of(
            new Face(font("Regular"), 400, FontStyle.NORMAL),
            new Face(font("Bold"), 700, FontStyle.NORMAL),
            new Face(font("Italic"), 400, FontStyle.ITALIC));
  }

  /**
   * Lays out a page, on new sheets.
   *
   * @param xhtml well-formed, with {@code lang} and a title; pictures only as {@code data:} URI
   * @throws IllegalArgumentException when it is not well-formed
   */
  void add(String xhtml) throws IOException {
    int before = document.getNumberOfPages();
    var builder = new PdfRendererBuilder();
    builder.usePDDocument(document);
    builder.usePdfUaAccessibility(true);
    // Whatever stands on the page: it makes this server fetch nothing, from near or far.
    builder.useExternalResourceAccessControl(
        (uri, type) -> uri.startsWith("data:"),
        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
    builder.useExternalResourceAccessControl(
        (uri, type) -> uri.startsWith("data:"),
        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    for (Face face : faces) {
      builder.useFont(
          new PDFontSupplier(face.font()), "Liberation Sans", face.weight(), face.style(), true);
    }
    builder.withHtmlContent(xhtml, null);
    try (var renderer = builder.buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
    }
    for (int n = before; n < document.getNumberOfPages(); n++) {
      shareLayout(document.getPage(n));
    }
    tags.take(document, before);
  }

  /** Says at the foot of each sheet which one it is of how many, for who added more than once. */
  void number(String sheet, String of) throws IOException {
    PDFont font = faces.getFirst().font();
    int number = 0;
    for (PDPage page : document.getPages()) {
      number++;
      String text = sheet + " " + number + " " + of + " " + document.getNumberOfPages();
      float width = font.getStringWidth(text) / 1000 * FOOT_SIZE;
      try (var foot = new PDPageContentStream(document, page, AppendMode.APPEND, true)) {
        foot.beginMarkedContent(COSName.ARTIFACT, PDPropertyList.create(sheetNumber));
        foot.setNonStrokingColor(GREY, GREY, GREY);
        foot.beginText();
        foot.setFont(font, FOOT_SIZE);
        foot.newLineAtOffset(page.getMediaBox().getWidth() - MARGIN - width, FOOT_HEIGHT);
        foot.showText(text);
        foot.endText();
        foot.endMarkedContent();
      }
    }
  }

  byte[] bytes() throws IOException {
    tags.putBack(document);
    var out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  private PDFont font(String face) throws IOException {
    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(resource(face)));
    document.registerTrueTypeFontForClosing(font);
    // All that its table of ligatures holds are tone letters of phonetic script, and looking for
    // them in every word takes longer than everything else.
    font.setEnableGsub(false);
    return PDType0Font.load(document, font, true);
  }

  private static InputStream resource(String face) {
    String path = "/liberation/LiberationSans-" + face + ".ttf";
    return Objects.requireNonNull(Pdf.class.getResourceAsStream(path), path);
  }

  /**
   * Says of each background and border only that it is one. Where it is, told of each box in an
   * object of its own, is most of a file and of what it needs to be made.
   */
  private void shareLayout(PDPage page) {
    COSDictionary all = page.getResources().getCOSObject().getCOSDictionary(COSName.PROPERTIES);
    for (COSName name : all == null ? Set.<COSName>of() : Set.copyOf(all.keySet())) {
      COSDictionary properties = Objects.requireNonNull(all.getCOSDictionary(name));
      if (COSName.BACKGROUND.equals(properties.getCOSName(COSName.TYPE))) {
        all.setItem(name, layout);
      }
    }
  }

  private static COSDictionary artifact(String type) {
    var properties = new COSDictionary();
    properties.setName(COSName.TYPE, type);
    return properties;
  }
}
