package nl.achterwacht.journal;

import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;

/** Writes the journal, in the transaction of whatever is being journalled. */
public final class Journal {
  private static final String INSERT =
      """
      insert into journal.entry
             (organisation_id, at, kind, actor_id, watch_id, alarm_id, event_id, made_at, data)
      select o, a, k, ac, w, al, e, m, d::jsonb
        from unnest(:organisations::uuid[], :ats::timestamptz[], :kinds::text[],
                    :actors::uuid[], :watches::uuid[], :alarms::uuid[], :events::uuid[],
                    :mades::timestamptz[], :datas::text[])
             as t(o, a, k, ac, w, al, e, m, d)
      """;

  private static final String HAS_EVENT =
      """
      select exists (
             select from journal.entry
              where organisation_id = :organisation
                and watch_id = :watch
                and event_id = :event)
      """;

  /** Whether an event of a watch, as its sender named it, stands here already. */
  public boolean hasEvent(Tx tx, OrganisationId organisation, UUID watch, UUID event) {
    return tx.sql(HAS_EVENT)
        .param("organisation", organisation.value())
        .param("watch", watch)
        .param("event", event)
        .query(Boolean.class)
        .single();
  }

  /** Appends {@code entries}, in their order. */
  public void record(Tx tx, List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    tx.sql(INSERT)
        .param("organisations", tx.uuids(entries.stream().map(Entry::organisation).toList()))
        .param("ats", tx.instants(entries.stream().map(Entry::at).toList()))
        .param("kinds", tx.texts(entries.stream().map(Entry::kind).toList()))
        .param("actors", tx.uuids(entries.stream().map(Entry::actorId).toList()))
        .param("watches", tx.uuids(entries.stream().map(Entry::watchId).toList()))
        .param("alarms", tx.uuids(entries.stream().map(Entry::alarmId).toList()))
        .param("events", tx.uuids(entries.stream().map(Entry::eventId).toList()))
        .param("mades", tx.instants(entries.stream().map(Entry::madeAt).toList()))
        .param("datas", tx.texts(entries.stream().map(Entry::dataJson).toList()))
        .update();
  }
}
