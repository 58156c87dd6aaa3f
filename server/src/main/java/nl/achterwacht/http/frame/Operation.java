package nl.achterwacht.http.frame;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the contract.
 *
 * @param path as in the contract, such as {@code /watches/{watchId}}
 * @param needsSession whether somebody must be signed in (or hold a watch key)
 * @param neverRefused a sign of life, departure or panic: whatever can be read of it counts
 * @param bodySchema name of the schema of its body; null when it takes none, or a file
 * @param fileTypes the content types of the file that is its body; none when it takes no file
 * @param answers the content types of what it answers; none when it answers without a body
 * @param mostBytes how many bytes its body may have: {@code x-most-bytes}, or what is usual
 */
public record Operation(
    String id,
    String method,
    String path,
    boolean needsSession,
    boolean neverRefused,
    @Nullable String bodySchema,
    boolean bodyRequired,
    List<String> fileTypes,
    int mostBytes,
    List<Parameter> parameters,
    List<String> answers) {

  /** A parameter in path, query or header, with where its schema stands in the contract. */
  public record Parameter(String name, String in, boolean required, String schemaPointer) {}

  /** Whether its body is a file rather than JSON. */
  public boolean takesFile() {
    return !fileTypes.isEmpty();
  }
}
