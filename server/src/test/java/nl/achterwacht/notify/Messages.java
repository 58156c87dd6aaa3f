package nl.achterwacht.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.notify.Message.Action;
import nl.achterwacht.notify.Message.Urgency;

/** Messages for tests of channels: Bram is called because Anna's sign of life is missing. */
public final class Messages {
  /** When they were all made. */
  public static final Instant MADE_AT = Instant.parse("2026-11-23T13:05:00Z");

  /** Whose they are. */
  public static final OrganisationId EXAMPLE_TOWN =
      new OrganisationId(UUID.fromString("0192f0c0-0000-7000-8000-000000000001"));

  private Messages() {}

  /** An alarm call in Dutch with a new id. */
  public static Message alarmCallTo(String address) {
    return new Message(
        NoticeId.next(),
        EXAMPLE_TOWN,
        address,
        "alarm-call",
        Urgency.ALARM,
        "nl",
        "Alarm: teken van leven gemist",
        "Anna heeft zich niet gemeld. Kun jij nu kijken?\nDit is één & dezelfde <melding>.",
        "/control-room/#/alarms/0192f0c0-0000-7000-8000-0000000000aa",
        List.of(new Action("acknowledge", "Ik ga kijken"), new Action("help", "Ik kan niet")),
        "alarm-0192f0c0",
        "{\"alarmId\":\"0192f0c0-0000-7000-8000-0000000000aa\",\"happenedAt\":\"2026-11-23T13:04:59Z\"}",
        MADE_AT,
        MADE_AT.plus(Duration.ofHours(1)));
  }

  /** {@code message} with another urgency. */
  public static Message with(Message message, Urgency urgency) {
    return new Message(
        message.id(),
        message.organisation(),
        message.address(),
        message.kind(),
        urgency,
        message.language(),
        message.title(),
        message.text(),
        message.link(),
        message.actions(),
        message.topic(),
        message.dataJson(),
        message.madeAt(),
        message.expiresAt());
  }

  /** {@code message} in other words. */
  public static Message saying(Message message, String language, String title, String text) {
    return new Message(
        message.id(),
        message.organisation(),
        message.address(),
        message.kind(),
        message.urgency(),
        language,
        title,
        text,
        message.link(),
        message.actions(),
        message.topic(),
        message.dataJson(),
        message.madeAt(),
        message.expiresAt());
  }

  /** {@code message} with other data for machines. */
  public static Message withData(Message message, String dataJson) {
    return new Message(
        message.id(),
        message.organisation(),
        message.address(),
        message.kind(),
        message.urgency(),
        message.language(),
        message.title(),
        message.text(),
        message.link(),
        message.actions(),
        message.topic(),
        dataJson,
        message.madeAt(),
        message.expiresAt());
  }
}
