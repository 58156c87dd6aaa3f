package nl.achterwacht.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import nl.achterwacht.http.frame.ContractCheck;
import nl.achterwacht.http.frame.Received;
import org.jspecify.annotations.Nullable;

/** A list in pages, with links in the style of HAL. */
record Paging(String path, int page, int size) {
  private static final int SIZE = 50;

  static Paging of(Received in) {
    return new Paging(
        ContractCheck.BASE + in.operation().path(),
        in.number("page", 1),
        in.number("pageSize", SIZE));
  }

  /** Of a list that lies under something with an id. */
  static Paging within(Received in, String parameter) {
    Paging paging = of(in);
    String path = paging.path().replace("{" + parameter + "}", in.id(parameter).toString());
    return new Paging(path, paging.page(), paging.size());
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

  /** The page of {@code found}, which may hold one item more. */
  <T> Page<T> page(List<T> found) {
    boolean more = found.size() > size;
    List<T> items = more ? found.subList(0, size) : found;
    return new Page<>(
        items,
        new Links(link(page), more ? link(page + 1) : null, page > 1 ? link(page - 1) : null));
  }

  private Link link(int number) {
    return new Link(path + "?page=" + number + "&pageSize=" + size);
  }
}
