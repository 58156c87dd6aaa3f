package nl.achterwacht.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/** The SQL of notices. */
final class NoticeStore {
  private static final String COLUMNS =
      """
      n.organisation_id, n.id, n.person_id, n.contact_id, n.channel, n.address, n.kind, n.language,
      n.params, n.alarm_id, n.alarm_step, n.alarm_round, n.watch_id, n.made_at, n.expires_at,
      n.bundle_id, n.state, n.attempts, n.wake_at, n.answered_at, n.provider_ref, n.detail
      """;

  private static final String INSERT =
      """
      insert into notify.notice
             (organisation_id, id, person_id, contact_id, channel, address, kind, urgent, language,
              params, alarm_id, alarm_step, alarm_round, watch_id, state, wake_at, made_at, expires_at)
      select o, i, p, c, ch, ad, k, u = 1, l, pa::jsonb, al, st, ro, w, 'waiting', :now, :now, e
        from unnest(:organisations::uuid[], :ids::uuid[], :people::uuid[], :contacts::uuid[],
                    :channels::text[], :addresses::text[], :kinds::text[], :urgents::integer[],
                    :languages::text[], :params::text[], :alarms::uuid[], :steps::integer[],
                    :rounds::integer[], :watches::uuid[], :expires::timestamptz[])
             as t(o, i, p, c, ch, ad, k, u, l, pa, al, st, ro, w, e)
      """;

  // :now is a parameter: with a volatile clock_timestamp() the index could not be used.
  static final String CLAIM =
      """
      with due as materialized (
          select organisation_id, id
            from notify.notice
           where channel = :channel
             and wake_at <= :now
           order by wake_at, id
           limit :limit
             for update skip locked)
      update notify.notice n
         set state = 'sending', attempts = n.attempts + 1, wake_at = :lease, version = n.version + 1
        from due
       where n.organisation_id = due.organisation_id
         and n.id = due.id
      returning %s
      """
          .formatted(COLUMNS);

  private static final String HAND_BACK =
      """
      update notify.notice n
         set state = 'waiting', wake_at = :now, version = n.version + 1
        from unnest(:organisations::uuid[], :ids::uuid[], :attempts::integer[]) as k(o, i, a)
       where n.organisation_id = k.o
         and n.id = k.i
         and n.attempts = k.a
         and n.state = 'sending'
      """;

  private static final String ONE_BY_ONE =
      """
      select pg_advisory_xact_lock(hashtextextended(:alarm::text, 0))
      """;

  private static final String BUNDLE =
      """
      update notify.notice n
         set bundle_id = k.b
        from unnest(:organisations::uuid[], :ids::uuid[], :bundles::uuid[]) as k(o, i, b)
       where n.organisation_id = k.o
         and n.id = k.i
      """;

  private static final String LOCK =
      """
      select %s
        from notify.notice n
       where n.organisation_id = :organisation
         and n.id = :id
         for update
      """
          .formatted(COLUMNS);

  // The code that proves a contact is of no use here once it went out, or never will.
  private static final String SAVE =
      """
      update notify.notice
         set state = :state, attempts = :attempts, wake_at = :wake, answered_at = :answered,
             provider_ref = :ref, detail = :detail, version = version + 1,
             params = case when :wake::timestamptz is null then params - 'code' else params end
       where organisation_id = :organisation
         and id = :id
      """;

  private static final String ATTEMPT =
      """
      insert into notify.attempt (organisation_id, notice_id, attempt, at, answer, detail)
      values (:organisation, :id, :attempt, :now, :answer, :detail)
      on conflict do nothing
      """;

  private static final String WITHDRAW =
      """
      update notify.notice n
         set state = 'withdrawn', wake_at = null, answered_at = :now, version = n.version + 1
        from unnest(:organisations::uuid[], :alarms::uuid[]) as k(o, a)
       where n.organisation_id = k.o
         and n.alarm_id = k.a
         and n.kind = any (:kinds)
         and n.state in ('waiting', 'sending')
      """;

  // The kinds are those of the index notice_asks_worker.
  static final String WITHDRAW_QUESTIONS =
      """
      update notify.notice n
         set state = 'withdrawn', wake_at = null, answered_at = :now, version = n.version + 1
        from unnest(:organisations::uuid[], :watches::uuid[]) as k(o, w)
       where n.organisation_id = k.o
         and n.watch_id = k.w
         and n.kind in ('worker-not-started', 'worker-reminder', 'worker-sign-due',
                        'worker-sign-due-phone', 'worker-sign-due-after-outage')
         and n.wake_at is not null
      """;

  private static final String ANYBODY_LEFT =
      """
      select exists (
          select from notify.notice
           where organisation_id = :organisation
             and alarm_id = :alarm
             and alarm_step = :step
             and alarm_round = :round
             and kind = 'alarm-call'
             and person_id is not null
             and state <> 'refused')
      """;

  private static final String EARLIEST =
      """
      select wake_at
        from notify.notice
       where channel = :channel
         and wake_at is not null
       order by wake_at
       limit 1
      """;

  void insert(Tx tx, List<Notice> notices, Instant now) {
    tx.sql(INSERT)
        .param("now", utc(now))
        .param("organisations", tx.uuids(notices.stream().map(Notice::organisation).toList()))
        .param("ids", tx.uuids(notices.stream().map(Notice::id).toList()))
        .param("people", tx.uuids(notices.stream().map(Notice::personId).toList()))
        .param("contacts", tx.uuids(notices.stream().map(Notice::contactId).toList()))
        .param("channels", tx.texts(notices.stream().map(Notice::channel).toList()))
        .param("addresses", tx.texts(notices.stream().map(Notice::address).toList()))
        .param("kinds", tx.texts(notices.stream().map(n -> n.kind().text()).toList()))
        .param(
            "urgents", tx.integers(notices.stream().map(n -> n.kind().urgent() ? 1 : 0).toList()))
        .param("languages", tx.texts(notices.stream().map(Notice::language).toList()))
        .param("params", tx.texts(notices.stream().map(n -> Json.write(n.params())).toList()))
        .param("alarms", tx.uuids(notices.stream().map(n -> n.subject().alarmId()).toList()))
        .param("steps", tx.integers(notices.stream().map(n -> n.subject().step()).toList()))
        .param("rounds", tx.integers(notices.stream().map(n -> n.subject().round()).toList()))
        .param("watches", tx.uuids(notices.stream().map(n -> n.subject().watchId()).toList()))
        .param("expires", tx.instants(notices.stream().map(Notice::expiresAt).toList()))
        .update();
  }

  /** Claims what is due, and what was claimed by somebody who died: the oldest first. */
  List<Notice> claim(Tx tx, String channel, Instant now, Instant leaseUntil, int limit) {
    return tx
        .sql(CLAIM)
        .param("channel", channel)
        .param("now", utc(now))
        .param("lease", utc(leaseUntil))
        .param("limit", limit)
        .query(NoticeStore::notice)
        .stream()
        .sorted(Comparator.comparing(Notice::id))
        .toList();
  }

  /** Ends the lease of each that is still claimed as it is in {@code claimed}; returns how many. */
  int handBack(Tx tx, List<Notice> claimed, Instant now) {
    return tx.sql(HAND_BACK)
        .param("now", utc(now))
        .param("organisations", tx.uuids(claimed.stream().map(Notice::organisation).toList()))
        .param("ids", tx.uuids(claimed.stream().map(Notice::id).toList()))
        .param("attempts", tx.integers(claimed.stream().map(n -> n.state().attempts()).toList()))
        .update();
  }

  /** Keeps the bundle of each of {@code notices}. */
  void bundle(Tx tx, List<Notice> notices) {
    tx.sql(BUNDLE)
        .param("organisations", tx.uuids(notices.stream().map(Notice::organisation).toList()))
        .param("ids", tx.uuids(notices.stream().map(Notice::id).toList()))
        .param("bundles", tx.uuids(notices.stream().map(Notice::bundle).toList()))
        .update();
  }

  /** Answers about one alarm are taken in one by one: the last refusal must see all the others. */
  void oneByOne(Tx tx, UUID alarmId) {
    tx.sql(ONE_BY_ONE).param("alarm", alarmId.toString()).query((row, i) -> true).single();
  }

  @Nullable Notice lock(Tx tx, OrganisationId organisation, NoticeId id) {
    return tx.sql(LOCK)
        .param("organisation", organisation.value())
        .param("id", id.value())
        .query(NoticeStore::notice)
        .optional()
        .orElse(null);
  }

  void save(Tx tx, Notice notice, NoticeState next) {
    Answered answered = Answered.of(next);
    tx.changeOne(
        tx.sql(SAVE)
            .param("state", text(next))
            .param("attempts", next.attempts())
            .param("wake", next.wakeAt().map(NoticeStore::utc).orElse(null))
            .param("answered", answered.at() == null ? null : utc(answered.at()))
            .param("ref", answered.ref())
            .param("detail", answered.detail())
            .param("organisation", notice.organisation().value())
            .param("id", notice.id().value()),
        "notice " + notice.id());
  }

  void recordAttempt(Tx tx, Notice notice, int attempt, String answer, String detail, Instant now) {
    tx.sql(ATTEMPT)
        .param("organisation", notice.organisation().value())
        .param("id", notice.id().value())
        .param("attempt", attempt)
        .param("now", utc(now))
        .param("answer", answer)
        .param("detail", detail)
        .update();
  }

  void withdraw(
      Tx tx,
      List<OrganisationId> organisations,
      List<UUID> alarms,
      List<NoticeKind> kinds,
      Instant now) {
    tx.sql(WITHDRAW)
        .param("organisations", tx.uuids(organisations))
        .param("alarms", tx.uuids(alarms))
        .param("kinds", tx.texts(kinds.stream().map(NoticeKind::text).toList()))
        .param("now", utc(now))
        .update();
  }

  void withdrawQuestions(
      Tx tx, List<OrganisationId> organisations, List<UUID> watches, Instant now) {
    tx.sql(WITHDRAW_QUESTIONS)
        .param("organisations", tx.uuids(organisations))
        .param("watches", tx.uuids(watches))
        .param("now", utc(now))
        .update();
  }

  boolean anybodyLeft(Tx tx, OrganisationId organisation, UUID alarmId, int step, int round) {
    return tx.sql(ANYBODY_LEFT)
        .param("organisation", organisation.value())
        .param("alarm", alarmId)
        .param("step", step)
        .param("round", round)
        .query(Boolean.class)
        .single();
  }

  @Nullable Instant earliest(Tx tx, String channel) {
    return tx.sql(EARLIEST)
        .param("channel", channel)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant)
        .orElse(null);
  }

  private record Answered(@Nullable Instant at, @Nullable String ref, @Nullable String detail) {
    static Answered of(NoticeState state) {
      return switch (state) {
        case NoticeState.Accepted s -> new Answered(s.at(), s.providerRef(), null);
        case NoticeState.Refused s -> new Answered(s.at(), null, s.reason());
        case NoticeState.Withdrawn s -> new Answered(s.at(), null, null);
        case NoticeState.Waiting _, NoticeState.Sending _ -> new Answered(null, null, null);
      };
    }
  }

  private static String text(NoticeState state) {
    return switch (state) {
      case NoticeState.Waiting _ -> "waiting";
      case NoticeState.Sending _ -> "sending";
      case NoticeState.Accepted _ -> "accepted";
      case NoticeState.Refused _ -> "refused";
      case NoticeState.Withdrawn _ -> "withdrawn";
    };
  }

  private static NoticeState state(ResultSet row) throws SQLException {
    int attempts = row.getInt("attempts");
    return switch (row.getString("state")) {
      case "waiting" -> new NoticeState.Waiting(attempts, instant(row, "wake_at"));
      case "sending" -> new NoticeState.Sending(attempts, instant(row, "wake_at"));
      case "accepted", "delivered" ->
          new NoticeState.Accepted(
              attempts, instant(row, "answered_at"), row.getString("provider_ref"));
      case "refused" ->
          new NoticeState.Refused(attempts, instant(row, "answered_at"), row.getString("detail"));
      case "withdrawn" -> new NoticeState.Withdrawn(attempts, instant(row, "answered_at"));
      default -> throw new IllegalStateException("unknown notice state");
    };
  }

  private static Notice notice(ResultSet row, int index) throws SQLException {
    UUID bundle = row.getObject("bundle_id", UUID.class);
    return new Notice(
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        new NoticeId(row.getObject("id", UUID.class)),
        row.getObject("person_id", UUID.class),
        row.getObject("contact_id", UUID.class),
        row.getString("channel"),
        row.getString("address"),
        NoticeKind.of(row.getString("kind")),
        row.getString("language"),
        params(row.getString("params")),
        new Subject(
            row.getObject("alarm_id", UUID.class),
            row.getInt("alarm_step"),
            row.getInt("alarm_round"),
            row.getObject("watch_id", UUID.class)),
        instant(row, "made_at"),
        instant(row, "expires_at"),
        bundle == null ? null : new NoticeId(bundle),
        state(row));
  }

  private static Map<String, String> params(String json) {
    Map<String, String> params = new HashMap<>();
    Json.tree(json).properties().forEach(e -> params.put(e.getKey(), e.getValue().asString()));
    return params;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant moment) {
    return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
  }
}
