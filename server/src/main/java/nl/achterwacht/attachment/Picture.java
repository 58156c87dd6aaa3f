package nl.achterwacht.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import nl.achterwacht.attachment.SafeFile.Fault;
import nl.achterwacht.attachment.SafeFile.Unsafe;

/** Draws pictures anew: upright, no larger than a screen needs, and with nothing beside them. */
final class Picture {
  private static final int LONGEST_SIDE = 2400;
  private static final int LONGEST_ON_PAPER = 1000;
  private static final long MOST_PIXELS = 100_000_000;
  private static final float QUALITY = 0.85f;

  // A picture takes some hundred megabytes while it is drawn.
  private static final Semaphore ONE_AT_A_TIME = new Semaphore(1, true);

  private Picture() {}

  static byte[] drawnAnew(byte[] bytes, String format) throws Unsafe {
    return drawn(bytes, format, format, LONGEST_SIDE);
  }

  /** A small JPEG of it: twenty large ones would not fit in one document. */
  static byte[] forPaper(byte[] bytes, String format) throws Unsafe {
    return drawn(bytes, format, "jpeg", LONGEST_ON_PAPER);
  }

  private static byte[] drawn(byte[] bytes, String format, String to, int longest) throws Unsafe {
    ONE_AT_A_TIME.acquireUninterruptibly();
    try {
      BufferedImage source = read(bytes, format, longest);
      boolean mayShowThrough = !to.equals("jpeg") && source.getColorModel().hasAlpha();
      return written(upright(source, Orientation.of(bytes), longest, mayShowThrough), to);
    } catch (IOException | RuntimeException e) {
      // A reader that trips over a picture means that the picture is wrong, however it says so.
      throw new Unsafe(Fault.BROKEN);
    } finally {
      ONE_AT_A_TIME.release();
    }
  }

  private static BufferedImage read(byte[] bytes, String format, int longest)
      throws IOException, Unsafe {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      // Asked before it is unpacked: a small file can hold a picture that fills all memory.
      if ((long) width * height > MOST_PIXELS) {
        throw new Unsafe(Fault.BROKEN);
      }
      ImageReadParam param = reader.getDefaultReadParam();
      int step = Math.max(1, Math.max(width, height) / (2 * longest));
      param.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, param);
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage upright(
      BufferedImage source, Orientation orientation, int longest, boolean mayShowThrough) {
    int width = source.getWidth();
    int height = source.getHeight();
    double scale = Math.min(1, (double) longest / Math.max(width, height));
    int across = (int) Math.max(1, Math.round(width * scale));
    int down = (int) Math.max(1, Math.round(height * scale));
    boolean lies = orientation.isOnItsSide();
    var target =
        new BufferedImage(
            lies ? down : across,
            lies ? across : down,
            mayShowThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = target.createGraphics();
    if (!mayShowThrough) {
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, target.getWidth(), target.getHeight());
    }
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    AffineTransform turn = orientation.turn(across, down);
    turn.scale((double) across / width, (double) down / height);
    pen.drawImage(source, turn, null);
    pen.dispose();
    return target;
  }

  private static byte[] written(BufferedImage image, String format) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (format.equals("jpeg")) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(QUALITY);
      }
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
