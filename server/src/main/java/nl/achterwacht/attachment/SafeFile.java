package nl.achterwacht.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A file that was looked into, and may be kept and shown. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SafeFile(String mediaType, byte[] content) {
  /** The most that is taken in. */
  public static final int MOST_BYTES = 10 * 1024 * 1024;

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  /** Why a file is not taken in. */
  public enum Fault {
    /** Larger than {@link #MOST_BYTES}. */
    TOO_LARGE,
    /** Something else, whatever its name says. */
    NO_PICTURE_OR_PDF,
    /** A picture that cannot be read, or is larger than any camera makes. */
    BROKEN
  }

  /** Ends the taking in of a file. */
  public static final class Unsafe extends Exception {
    private static final long serialVersionUID = 1L;
    private final Fault fault;

    Unsafe(Fault fault) {
      super(fault.name(), null, false, false);
      this.fault = fault;
    }

    public Fault fault() {
      return fault;
    }
  }

  /**
   * Looks into {@code bytes}. A picture is drawn anew: what stood beside it, such as where and with
   * what it was taken, does not come along. Takes a second for a large one.
   *
   * @throws Unsafe when it is no PNG, JPEG or PDF, or too large
   */
  public static SafeFile of(byte[] bytes) throws Unsafe {
    if (bytes.length > MOST_BYTES) {
      throw new Unsafe(Fault.TOO_LARGE);
    }
    if (begins(bytes, PDF)) {
      return new SafeFile("application/pdf", bytes);
    }
    boolean isPng = begins(bytes, PNG);
    if (!isPng && !begins(bytes, JPEG)) {
      throw new Unsafe(Fault.NO_PICTURE_OR_PDF);
    }
    byte[] drawn = Picture.drawnAnew(bytes, isPng ? "png" : "jpeg");
    if (drawn.length > MOST_BYTES) {
      throw new Unsafe(Fault.TOO_LARGE);
    }
    return new SafeFile(isPng ? "image/png" : "image/jpeg", drawn);
  }

  public boolean isPicture() {
    return !mediaType.equals("application/pdf");
  }

  /**
   * A picture as a JPEG that is small enough to print with others.
   *
   * @throws IllegalStateException when it is no picture
   */
  public byte[] forPaper() {
    try {
      return Picture.forPaper(content, mediaType.substring(mediaType.indexOf('/') + 1));
    } catch (Unsafe e) {
      throw new IllegalStateException("a file that was looked into cannot be read", e);
    }
  }

  private static boolean begins(byte[] bytes, byte[] mark) {
    return bytes.length > mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }
}
