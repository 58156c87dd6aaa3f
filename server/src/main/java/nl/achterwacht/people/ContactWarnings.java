package nl.achterwacht.people;

import static nl.achterwacht.base.Sql.instantOrNull;
import static nl.achterwacht.base.Sql.uuid;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/**
 * What is the matter with the ways to reach people (DESIGN 5): a warning by day, not a surprise at
 * night. A contact that was proven long ago is warned about and goes on being used.
 */
public final class ContactWarnings {
  // One row a person and channel; a person without any contact has one row without a channel.
  private static final String BY_CHANNEL =
      """
      select p.id, c.channel,
             max(c.verified_at) filter (where c.refused_at is null) as verified_at
        from people.person p
        left join people.contact c on c.organisation_id = p.organisation_id and c.person_id = p.id
       where p.organisation_id = :organisation
         and p.left_at is null
       group by p.id, c.channel
       order by p.id, c.channel
      """;

  /** What is the matter. The text form never changes. */
  public enum Kind {
    /** There is no proven way at all. */
    UNREACHABLE("unreachable"),
    /** Over this channel nothing is proven, or nothing that still exists. */
    UNREACHABLE_BY("unreachable-by"),
    /** Over this channel nothing was proven in the last month. */
    NOT_VERIFIED_LATELY("not-verified-lately");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /**
   * Something the matter with how a person can be reached.
   *
   * @param channel text form of the channel's kind; null when it is about all of them
   */
  public record Warning(Kind kind, @Nullable String channel) {}

  private record Proven(@Nullable String channel, @Nullable Instant at) {}

  /** The warnings of everybody in the organisation; an empty list when all is well. */
  public Map<PersonId, List<Warning>> of(Tx tx, OrganisationId organisation, Instant now) {
    Map<PersonId, List<Proven>> proven = new LinkedHashMap<>();
    tx.sql(BY_CHANNEL)
        .param("organisation", organisation.value())
        .query(row -> {
          proven
              .computeIfAbsent(new PersonId(uuid(row, "id")), p -> new ArrayList<>())
              .add(new Proven(row.getString("channel"), instantOrNull(row, "verified_at")));
        });
    return proven.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> warnings(e.getValue(), now)));
  }

  private static List<Warning> warnings(List<Proven> channels, Instant now) {
    if (channels.stream().allMatch(channel -> channel.at() == null)) {
      return List.of(new Warning(Kind.UNREACHABLE, null));
    }
    return channels.stream()
        .filter(channel -> ContactRegister.mustBeProven(channel.at(), now))
        .map(channel ->
            new Warning(
                channel.at() == null ? Kind.UNREACHABLE_BY : Kind.NOT_VERIFIED_LATELY,
                channel.channel()))
        .toList();
  }
}
