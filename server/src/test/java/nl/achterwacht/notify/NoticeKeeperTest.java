package nl.achterwacht.notify;

import static nl.achterwacht.Cast.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.achterwacht.Plan;
import nl.achterwacht.World;
import nl.achterwacht.app.Engine;
import nl.achterwacht.base.PersonRef;
import nl.achterwacht.people.Reachable;
import nl.achterwacht.watch.Act;
import nl.achterwacht.watch.NewWatch;
import nl.achterwacht.watch.WatchEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Notices in a real database: leases, the same key, and the last refusal of a step. */
class NoticeKeeperTest {
  private static final Duration LEASE = Duration.ofSeconds(30);

  private final World world = new World();
  private final Engine server = world.server();
  private final Engine other = world.server();

  @AfterEach
  void close() {
    world.close();
  }

  private void panic() {
    NewWatch watch = world.visit();
    world.start(server, watch, minutes(30));
    world.act(server, watch, new WatchEvent.HelpAsked(world.clock().instant(), false));
  }

  private static List<Notice> claim(Engine engine) {
    return engine.notices().claim(ChannelKind.EMAIL, LEASE, 100);
  }

  @Test
  void whatIsRolledBackTellsNobody() {
    NewWatch watch = world.visit();
    world.start(server, watch, minutes(30));
    var help = new WatchEvent.HelpAsked(world.clock().instant(), false);
    assertThatThrownBy(() ->
            world
                .database()
                .inTransactionDo(tx -> {
                  server
                      .watches()
                      .handle(
                          tx,
                          watch.organisation(),
                          watch.id(),
                          Act.of(help, world.anna(), UUID.randomUUID()));
                  throw new IllegalStateException("just before the commit");
                }))
        .hasMessage("just before the commit");
    assertThat(world.count("select count(*) from notify.notice")).isZero();
  }

  @Test
  void aLeaseThatRanOutIsClaimedAgainUnderTheSameId() {
    panic();
    Notice first = claim(server).getFirst();
    assertThat(claim(other)).isEmpty();

    world.clock().advance(LEASE);
    Notice again = claim(other).getFirst();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.state())
        .isEqualTo(new NoticeState.Sending(2, world.clock().instant().plus(LEASE)));
  }

  @Test
  void aSenderThatWasGivenUpForDeadMayStillSayThatItWasTaken() {
    panic();
    Notice first = claim(server).getFirst();
    world.clock().advance(LEASE);
    claim(other);
    server.notices().record(first, new Channel.Answer.Accepted("late"));

    world.clock().advance(minutes(10));
    assertThat(claim(server)).isEmpty();
  }

  @Test
  void busyIsTriedAgainAfterAWhile() {
    panic();
    server.notices().record(claim(server).getFirst(), new Channel.Answer.TryLater("busy"));
    assertThat(claim(server)).isEmpty();
    world.clock().advance(Duration.ofSeconds(2));
    assertThat(claim(server)).hasSize(1);
  }

  @Test
  void whatIsHandedBackIsClaimedByAnotherAtOnceAndUnderTheSameId() {
    panic();
    List<Notice> first = claim(server);
    assertThat(claim(other)).isEmpty();

    assertThat(server.notices().handBack(first)).isEqualTo(first.size());
    List<Notice> again = claim(other);
    assertThat(again).extracting(Notice::id).isEqualTo(first.stream().map(Notice::id).toList());
    assertThat(again).allMatch(notice -> notice.state().attempts() == 2);
  }

  @Test
  void onlyWhatIsStillOursIsHandedBack() {
    panic();
    Notice first = claim(server).getFirst();
    world.clock().advance(LEASE);
    Notice again = claim(other).getFirst();
    assertThat(server.notices().handBack(List.of(first))).as("another has it now").isZero();

    other.notices().record(again, new Channel.Answer.Accepted("taken"));
    assertThat(other.notices().handBack(List.of(again))).as("it went out").isZero();
    world.clock().advance(LEASE);
    assertThat(claim(server)).isEmpty();
  }

  @Test
  void whatIsTooLateToBeOfUseIsGivenUpAndNeverSent() {
    panic();
    server.notices().record(claim(server).getFirst(), new Channel.Answer.TryLater("busy"));
    world.clock().advance(NoticeKind.ALARM_CALL.validFor());

    assertThat(claim(server)).isEmpty();
    assertThat(world.count("select count(*) from notify.notice where state = 'refused'"))
        .isEqualTo(1);
    // Nobody of the step can be reached any more, so the ladder went on.
    assertThat(world.count("select step from alarm.alarm")).isEqualTo(1);
    assertThat(claim(server)).isNotEmpty();
  }

  @Test
  void theQuestionsOfAWatchAreFoundByAnIndex() {
    panic();
    world.sql(
        """
        insert into notify.notice
               (organisation_id, id, channel, address, kind, urgent, language, params, state,
                wake_at, made_at, expires_at, watch_id)
        select organisation_id, gen_random_uuid(), channel, address, 'worker-sign-due', urgent,
               language, params, state, wake_at, made_at, expires_at, gen_random_uuid()
          from notify.notice, generate_series(1, 20000) n
        """);
    world.sql("analyze notify.notice");
    String filled =
        NoticeStore.WITHDRAW_QUESTIONS
            .replace(":organisations", "array[gen_random_uuid()]")
            .replace(":watches", "array[gen_random_uuid()]")
            .replace(":now", "current_timestamp");
    List<String> plan =
        world
            .database()
            .inTransaction(tx -> tx.sql("explain " + filled).query(String.class).list());
    assertThat(String.join("\n", plan)).contains("notice_asks_worker").doesNotContain("Seq Scan");
  }

  @Test
  void theLastTwoRefusalsOfAStepSeeEachOther() throws Exception {
    world.sql(
        """
        insert into people.contact
               (organisation_id, id, person_id, channel, address, label, verified_at)
        select organisation_id, gen_random_uuid(), person_id, channel, 'second@example.org', label,
               verified_at
          from people.contact
        """);
    for (int i = 0; i < 15; i++) {
      panic();
    }
    var refused = new Channel.Answer.Refused("no such address");
    List<Notice> claimed = claim(server);
    assertThat(claimed).hasSize(30);
    try (var threads = Executors.newFixedThreadPool(6)) {
      List<Future<?>> answers = new ArrayList<>();
      for (Notice notice : claimed) {
        answers.add(threads.submit(() -> other.notices().record(notice, refused)));
      }
      for (Future<?> answer : answers) {
        answer.get();
      }
    }
    assertThat(world.count("select count(*) from alarm.alarm where step = 1")).isEqualTo(15);
  }

  @Test
  void aNoticeThatStillHasToGoOutNeverSleeps() {
    panic();
    assertThatThrownBy(() -> world.sql("update notify.notice set wake_at = null"))
        .hasStackTraceContaining("notice_never_sleeps");
  }

  @Test
  void dueNoticesAreFoundByAnIndex() {
    panic();
    world.sql(
        """
        insert into notify.notice
               (organisation_id, id, channel, address, kind, urgent, language, params, state,
                wake_at, made_at, expires_at)
        select organisation_id, gen_random_uuid(), channel, address, kind, urgent, language, params,
               state, wake_at + n * interval '1 second', made_at, expires_at
          from notify.notice, generate_series(1, 20000) n
        """);
    world.sql("analyze notify.notice");
    String plan = world.database().inTransaction(tx -> Plan.of(tx, NoticeStore.CLAIM));
    assertThat(plan)
        .contains("Index Cond: ((channel =")
        .contains("wake_at <=")
        .doesNotContain("Seq Scan");
  }

  @Test
  void theSecretOfAWebhookStandsInNoNoticeAndIsReadWhenItGoesOut() {
    world
        .database()
        .inTransactionDo(tx ->
            new WebhookRegister()
                .add(tx, world.rows().organisation(), "https://hook.example/", "whsec_old"));
    panic();
    assertThat(world.count("select count(*) from notify.notice where channel = 'webhook'"))
        .isEqualTo(1);
    assertThat(world.count("select count(*) from notify.notice n where n::text like '%whsec%'"))
        .isZero();
    world.sql("update notify.webhook set secrets = array['whsec_new']");
    Notice claimed = server.notices().claim(ChannelKind.WEBHOOK, LEASE, 100).getFirst();
    assertThat(claimed.address()).contains("https://hook.example/", "whsec_new");

    world.sql("update notify.webhook set active = false");
    world.clock().advance(LEASE);
    Notice late = server.notices().claim(ChannelKind.WEBHOOK, LEASE, 100).getFirst();
    assertThat(late.address()).doesNotContain("hook.example", "whsec");
  }

  @Test
  void theCodeThatProvesAContactIsForgottenWhenItWentOut() {
    var anna = new PersonRef(world.rows().organisation(), world.anna());
    world
        .database()
        .inTransactionDo(tx -> {
          Reachable to = server.rosters().reachable(tx, List.of(anna)).get(anna);
          var telling =
              new Telling(
                  Objects.requireNonNull(to),
                  NoticeKind.CONTACT_CODE,
                  Map.of("code", "123456"),
                  new Subject(null, -1, 0, null));
          server.notices().tell(tx, List.of(telling), world.clock().instant());
        });
    Notice claimed = claim(server).getFirst();
    server.notices().record(claimed, new Channel.Answer.TryLater("busy"));
    world.clock().advance(minutes(1));
    Notice again = claim(server).getFirst();
    assertThat(again.params()).containsEntry("code", "123456");
    server.notices().record(again, new Channel.Answer.Accepted("taken"));
    assertThat(world.count("select count(*) from notify.notice where jsonb_exists(params, 'code')"))
        .isZero();
  }
}
