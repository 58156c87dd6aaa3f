package nl.achterwacht.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.Fence;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.people.ContactEnds;
import nl.achterwacht.people.Reachable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only writer of notices. Queueing happens in the caller's transaction; claiming and recording
 * are transactions of their own, with the sending in between, outside any transaction.
 */
public final class NoticeKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeKeeper.class);

  private final Database database;
  private final InstantSource clock;
  private final NoticeListener listener;
  private final Fence fence;
  private final NoticeStore store = new NoticeStore();
  private final WebhookStore webhooks = new WebhookStore();
  private final ContactEnds contacts = new ContactEnds();

  public NoticeKeeper(
      Database database, InstantSource clock, NoticeListener listener, Fence fence) {
    this.database = database;
    this.clock = clock;
    this.listener = listener;
    this.fence = fence;
  }

  /** Queues a notice for every way of everybody who is to be told. */
  public void tell(Tx tx, List<Telling> tellings, Instant now) {
    List<Notice> notices = new ArrayList<>();
    for (Telling telling : tellings) {
      for (Reachable.Way way : telling.to().ways()) {
        notices.add(notice(telling, way, now));
      }
    }
    insert(tx, notices, now);
  }

  /** Queues a notice for every active webhook of each organisation. */
  public void announce(Tx tx, List<Announcement> announcements, Instant now) {
    if (announcements.isEmpty()) {
      return;
    }
    List<WebhookStore.Webhook> active =
        webhooks.active(
            tx, announcements.stream().map(Announcement::organisation).distinct().toList());
    List<Notice> notices = new ArrayList<>();
    for (Announcement announcement : announcements) {
      for (WebhookStore.Webhook webhook : active) {
        if (webhook.organisation().equals(announcement.organisation())) {
          notices.add(notice(announcement, webhook, now));
        }
      }
    }
    insert(tx, notices, now);
  }

  /** Withdraws the calls of these alarms that did not go out: somebody took them. */
  public void withdrawCalls(
      Tx tx, List<OrganisationId> organisations, List<UUID> alarmIds, Instant now) {
    if (!alarmIds.isEmpty()) {
      store.withdraw(tx, organisations, alarmIds, List.of(NoticeKind.ALARM_CALL), now);
    }
  }

  /** Withdraws what did not go out about these alarms, now that they are closed. */
  public void withdrawAll(
      Tx tx, List<OrganisationId> organisations, List<UUID> alarmIds, Instant now) {
    if (!alarmIds.isEmpty()) {
      List<NoticeKind> ended =
          Stream.of(NoticeKind.values()).filter(NoticeKind::endsWithAlarm).toList();
      store.withdraw(tx, organisations, alarmIds, ended, now);
    }
  }

  /** Withdraws what the workers of these watches were to be asked: they have answered. */
  public void withdrawQuestions(
      Tx tx, List<OrganisationId> organisations, List<UUID> watchIds, Instant now) {
    if (!watchIds.isEmpty()) {
      store.withdrawQuestions(tx, organisations, watchIds, now);
    }
  }

  /**
   * Claims at most {@code limit} notices of a channel that are due, among them those whose lease
   * ran out because their sender died. Commit comes before sending: a stale server cannot send on a
   * read. Calls that many people would get at once are bundled here, before anything is sent, so
   * that a repeat has the key of the first attempt. What is of no use any more is given up.
   */
  public List<Notice> claim(ChannelKind channel, Duration lease, int limit) {
    Instant now = clock.instant();
    List<Notice> due =
        database.inTransaction(tx -> {
          if (!fence.isOpen(tx)) {
            return List.of();
          }
          List<Notice> taken = store.claim(tx, channel.text(), now, now.plus(lease), limit);
          List<Notice> claimed =
              channel == ChannelKind.WEBHOOK ? webhooks.addressed(tx, taken) : taken;
          List<Notice> bundled = Bundles.made(claimed);
          if (bundled.isEmpty()) {
            return claimed;
          }
          store.bundle(tx, bundled);
          return Bundles.with(bundled, claimed);
        });
    due.stream().filter(notice -> notice.isExpired(now)).forEach(this::giveUp);
    return due.stream().filter(notice -> !notice.isExpired(now)).toList();
  }

  private void giveUp(Notice expired) {
    try {
      record(expired, new Channel.Answer.Refused("too late to be of use"));
    } catch (RuntimeException e) {
      // It is not sent; the others that were claimed with it must be.
      LOG.error("could not give up notice {}; looked at again later", expired.id(), e);
    }
  }

  /**
   * Ends the leases of notices that no provider was asked to take: whoever claims next has them at
   * once. What was withdrawn or claimed by somebody else meanwhile stays as it is.
   *
   * @return how many are waiting again
   */
  int handBack(List<Notice> claimed) {
    return claimed.isEmpty()
        ? 0
        : database.inTransaction(tx -> store.handBack(tx, claimed, clock.instant()));
  }

  /**
   * Whether the leases of {@code claimed} run for {@code atLeast} so long. A server that stood
   * still in between finds that they do not: others may have sent these, and it must not.
   */
  boolean holds(List<Notice> claimed, Duration atLeast) {
    Instant until = clock.instant().plus(atLeast);
    return claimed.stream()
        .allMatch(
            notice -> notice.state().wakeAt().filter(lease -> !lease.isBefore(until)).isPresent());
  }

  /** Records what the provider answered to the attempt that {@code claimed} stands for. */
  public void record(Notice claimed, Channel.Answer answer) {
    database.inTransactionDo(tx -> record(tx, claimed, answer, clock.instant()));
  }

  /** As above, for all that one message stood for: recorded together, or not at all. */
  void record(List<Notice> claimed, Channel.Answer answer) {
    database.inTransactionDo(tx -> {
      Instant now = clock.instant();
      claimed.forEach(notice -> record(tx, notice, answer, now));
    });
  }

  /** When the next notice of this channel is due; null when none waits. */
  public @Nullable Instant earliestDue(ChannelKind channel) {
    return database.ask(tx -> store.earliest(tx, channel.text()));
  }

  private void record(Tx tx, Notice claimed, Channel.Answer answer, Instant now) {
    if (claimed.subject().alarmId() != null) {
      store.oneByOne(tx, claimed.subject().alarmId());
    }
    int attempt = claimed.state().attempts();
    store.recordAttempt(tx, claimed, attempt, word(answer), detail(answer), now);
    Notice locked = store.lock(tx, claimed.organisation(), claimed.id());
    if (locked == null) {
      throw new IllegalStateException("notice " + claimed.id() + " is gone");
    }
    NoticeState next =
        NoticeRules.decide(
            locked.state(), new NoticeEvent.Answered(attempt, answer), locked.expiresAt(), now);
    if (next.equals(locked.state())) {
      return;
    }
    store.save(tx, locked, next);
    if (answer instanceof Channel.Answer.Refused refused
        && refused.isAddressGone()
        && locked.contactId() != null) {
      contacts.end(tx, locked.organisation(), locked.contactId(), now);
    }
    Subject subject = locked.subject();
    if (next instanceof NoticeState.Refused
        && subject.alarmId() != null
        && locked.kind() == NoticeKind.ALARM_CALL
        && !store.anybodyLeft(
            tx, locked.organisation(), subject.alarmId(), subject.step(), subject.round())) {
      listener.stepUnreachable(
          tx, locked.organisation(), subject.alarmId(), subject.step(), subject.round());
    }
  }

  private void insert(Tx tx, List<Notice> notices, Instant now) {
    if (!notices.isEmpty()) {
      store.insert(tx, notices, now);
    }
  }

  private static Notice notice(Telling telling, Reachable.Way way, Instant now) {
    return new Notice(
        telling.to().ref().organisation(),
        NoticeId.next(),
        telling.to().ref().person().value(),
        way.contactId(),
        way.channel(),
        way.address(),
        telling.kind(),
        telling.to().language(),
        telling.params(),
        telling.subject(),
        now,
        now.plus(telling.kind().validFor()),
        null,
        new NoticeState.Waiting(0, now));
  }

  private static Notice notice(
      Announcement announcement, WebhookStore.Webhook webhook, Instant now) {
    return new Notice(
        announcement.organisation(),
        NoticeId.next(),
        null,
        webhook.id(),
        ChannelKind.WEBHOOK.text(),
        String.valueOf(webhook.id()),
        NoticeKind.ALARM_EVENT,
        "en",
        announcement.params(),
        announcement.subject(),
        now,
        now.plus(NoticeKind.ALARM_EVENT.validFor()),
        null,
        new NoticeState.Waiting(0, now));
  }

  static String word(Channel.Answer answer) {
    return switch (answer) {
      case Channel.Answer.Accepted _ -> "accepted";
      case Channel.Answer.TryLater _ -> "try-later";
      case Channel.Answer.Refused _ -> "refused";
    };
  }

  private static String detail(Channel.Answer answer) {
    return switch (answer) {
      case Channel.Answer.Accepted a -> a.providerRef();
      case Channel.Answer.TryLater a -> a.reason();
      case Channel.Answer.Refused a -> a.reason();
    };
  }
}
