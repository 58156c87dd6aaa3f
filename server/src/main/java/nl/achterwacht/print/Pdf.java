package nl.achterwacht.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.logging.Level;

/** Makes a PDF of a page. */
final class Pdf {
  static {
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
  }

  private Pdf() {}

  /**
   * The page as a tagged PDF (PDF/UA-1), so that it can be read aloud.
   *
   * @param xhtml well-formed, with {@code lang} and a title; pictures only as {@code data:} URI
   * @throws IllegalArgumentException when it is not well-formed
   */
  static byte[] of(String xhtml) {
    var out = new ByteArrayOutputStream();
    var builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    // Whatever stands on the page: it makes this server fetch nothing, from near or far.
    builder.useExternalResourceAccessControl(
        (uri, type) -> uri.startsWith("data:"),
        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
    builder.useExternalResourceAccessControl(
        (uri, type) -> uri.startsWith("data:"),
        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    useFont(builder, "Regular", 400, FontStyle.NORMAL);
    useFont(builder, "Bold", 700, FontStyle.NORMAL);
    useFont(builder, "Italic", 400, FontStyle.ITALIC);
    builder.withHtmlContent(xhtml, null);
    builder.toStream(out);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException("could not make the PDF", e);
    }
    return out.toByteArray();
  }

  // Names of people hold letters that the fonts every PDF reader has do not.
  private static void useFont(
      PdfRendererBuilder builder, String face, int weight, FontStyle style) {
    builder.useFont(() -> font(face), "Liberation Sans", weight, style, true);
  }

  private static InputStream font(String face) {
    String path = "/liberation/LiberationSans-" + face + ".ttf";
    return Objects.requireNonNull(Pdf.class.getResourceAsStream(path), path);
  }
}
