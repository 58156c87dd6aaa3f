package nl.achterwacht.http.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URLEncoder;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.achterwacht.base.Slice;
import nl.achterwacht.http.frame.ContractCheck;
import nl.achterwacht.http.frame.Received;
import org.jspecify.annotations.Nullable;

/** A list in pages, with links in the style of HAL. */
record Paging(String path, String rest, int page, int size) {
  private static final int SIZE = 50;
  private static final Set<String> OWN = Set.of("page", "pageSize");

  static Paging of(Received in) {
    return at(ContractCheck.BASE + in.operation().path(), in);
  }

  /** Of a list that lies under something with an id. */
  static Paging within(Received in, String parameter) {
    String path = ContractCheck.BASE + in.operation().path();
    return at(path.replace("{" + parameter + "}", in.id(parameter).toString()), in);
  }

  /** The links ask for the same as this request: only the page differs. */
  private static Paging at(String path, Received in) {
    String rest =
        in.operation().parameters().stream()
            .filter(one -> one.in().equals("query") && !OWN.contains(one.name()))
            .flatMap(one ->
                in.query(one.name()).stream()
                    .map(value -> "&" + one.name() + "=" + URLEncoder.encode(value, UTF_8)))
            .collect(Collectors.joining());
    return new Paging(path, rest, in.number("page", 1), in.number("pageSize", SIZE));
  }

  record Link(String href) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Links(Link self, @Nullable Link next, @Nullable Link prev) {}

  record Page<T>(List<T> items, @JsonProperty("_links") Links links) {}

  int offset() {
    return (int) Math.min(Integer.MAX_VALUE, (page - 1L) * size);
  }

  /** One more than a page, to know whether another follows. */
  int limit() {
    return size + 1;
  }

  /** With one more than a page, to know whether another follows. */
  Slice slice() {
    return new Slice(offset(), limit());
  }

  /** Few enough to be answered at once. */
  static <T> Page<T> whole(Received in, List<T> all) {
    Link self = new Link(ContractCheck.BASE + in.operation().path());
    return new Page<>(all, new Links(self, null, null));
  }

  /** The page of {@code found}, which may hold one item more. */
  <T> Page<T> page(List<T> found) {
    boolean more = found.size() > size;
    List<T> items = more ? found.subList(0, size) : found;
    return new Page<>(
        items,
        new Links(link(page), more ? link(page + 1) : null, page > 1 ? link(page - 1) : null));
  }

  private Link link(int number) {
    return new Link(path + "?page=" + number + "&pageSize=" + size + rest);
  }
}
