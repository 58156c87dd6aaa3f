package nl.achterwacht.notify;

import static nl.achterwacht.Cast.T14_00;
import static nl.achterwacht.Cast.at;

import java.util.List;
import nl.achterwacht.notify.NoticeEvent.Answered;
import nl.achterwacht.rules.RuleTable;
import org.junit.jupiter.api.Test;

/** docs/rules/notice.md. */
class NoticeTableTest {
  private static final List<NoticeState> STATES =
      List.of(
          new NoticeState.Waiting(0, T14_00),
          new NoticeState.Waiting(2, at(5)),
          new NoticeState.Sending(2, at(5)),
          new NoticeState.Sending(2, T14_00),
          new NoticeState.Accepted(1, T14_00, "ref"),
          new NoticeState.Refused(1, T14_00, "gone"),
          new NoticeState.Withdrawn(1, T14_00));

  private static final List<NoticeEvent> EVENTS =
      List.of(
          new NoticeEvent.Claimed(at(2)),
          new Answered(2, new Channel.Answer.Accepted("ref")),
          new Answered(2, new Channel.Answer.TryLater("busy")),
          new Answered(2, new Channel.Answer.Refused("gone")),
          new Answered(1, new Channel.Answer.Accepted("ref")),
          new Answered(1, new Channel.Answer.TryLater("busy")),
          new Answered(1, new Channel.Answer.Refused("gone")),
          new NoticeEvent.HandedBack(2),
          new NoticeEvent.HandedBack(1),
          new NoticeEvent.NotNeeded());

  @Test
  void theTableOfTheNoticeIsAsTheRulesAre() {
    var table =
        new RuleTable(
            "Notice: state × event ► next",
            """
            One message to one person over one channel. A claim is a lease: once it has run out, the
            notice is claimed again under the same id. Only the present attempt may say that it
            failed; any attempt may say that it was taken. A server that stops hands back what no
            provider was asked to take, and another claims it at once.
            """);
    for (NoticeState state : STATES) {
      table.state(state, at(1));
      for (NoticeEvent event : EVENTS) {
        table.line(state, event, NoticeRules.decide(state, event, at(60), at(1)), List.of());
      }
    }
    var late = new NoticeState.Sending(2, at(65));
    table.state(late, at(60));
    var event = new Answered(2, new Channel.Answer.TryLater("busy"));
    table.line(late, event, NoticeRules.decide(late, event, at(60), at(60)), List.of());
    table.check("notice.md");
  }
}
