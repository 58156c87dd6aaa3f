package nl.achterwacht.http.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * The number to call or text when we cannot take an act. Remembered here, because it is needed
 * exactly when the database cannot be asked.
 */
public final class CallInstead {
  private static final int REMEMBERED = 50_000;

  private final @Nullable String otherwise;
  private final SessionCookie cookie;
  private final Map<String, OrganisationId> bySession =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, OrganisationId> eldest) {
              return size() > REMEMBERED;
            }
          });
  private volatile Map<OrganisationId, String> numbers = Map.of();

  public CallInstead(@Nullable String otherwise, SessionCookie cookie) {
    this.otherwise = otherwise;
    this.cookie = cookie;
  }

  /** Learns the numbers of all organisations. */
  public void learn(Map<OrganisationId, String> all) {
    numbers = Map.copyOf(all);
  }

  /** Notes whose session this is; the session's proof against forgery names it, not its token. */
  public void seen(String token, OrganisationId organisation) {
    bySession.put(SessionCookie.csrfToken(token), organisation);
  }

  /** The number for whoever sends {@code request}. */
  public Optional<String> number(HttpServletRequest request) {
    Map<OrganisationId, String> known = numbers;
    return organisation(request)
        .map(known::get)
        .or(() -> known.size() == 1 ? known.values().stream().findFirst() : Optional.empty())
        .or(() -> Optional.ofNullable(otherwise));
  }

  private Optional<OrganisationId> organisation(HttpServletRequest request) {
    return cookie
        .token(request)
        .map(token -> bySession.get(SessionCookie.csrfToken(token)))
        .or(() -> ofWatchKey(request.getHeader("Watch-Key")));
  }

  /** A watch key begins with the id of its organisation. */
  static Optional<OrganisationId> ofWatchKey(@Nullable String key) {
    try {
      return key == null || key.indexOf('.') < 0
          ? Optional.empty()
          : Optional.of(new OrganisationId(UUID.fromString(key.substring(0, key.indexOf('.')))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
