package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import nl.achterwacht.attachment.AttachmentId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.incident.IncidentResult;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Photos of damage and papers of an incident, for who may see that. As long as the incident can be
 * changed, files can be added and removed.
 */
@Controller
@RequestMapping(BASE + "/incidents/{incidentId}/attachments")
public final class IncidentAttachmentRoutes {
  private final IncidentDoors doors;
  private final IncidentSight sight;
  private final IncidentView view;
  private final AttachmentView attachments;

  public IncidentAttachmentRoutes(IncidentDoors doors) {
    this.doors = doors;
    this.sight = new IncidentSight(doors);
    this.view = new IncidentView(doors);
    this.attachments = new AttachmentView(doors.attachments());
  }

  @PostMapping
  Answer add(Received in) {
    AttachmentView.Taken taken = AttachmentView.taken(in);
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              IncidentSight.Seen seen = open(tx, in);
              attachments.add(
                  tx,
                  in.caller().organisation(),
                  seen.incident().id().value(),
                  taken,
                  in.caller().person());
              return Answer.created(noted(tx, in, seen, "attachment-added"));
            });
  }

  /** Each look is journalled. */
  @GetMapping("/{attachmentId}")
  Answer content(Received in) {
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              IncidentSight.Seen seen = sight.seen(tx, in);
              Answer file =
                  attachments.content(
                      tx, in.caller().organisation(), seen.incident().id().value(), id(in));
              doors
                  .journal()
                  .note(tx, seen.incident(), "attachment-looked-at", in.caller().person());
              return file;
            });
  }

  @DeleteMapping("/{attachmentId}")
  Answer remove(Received in) {
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              IncidentSight.Seen seen = open(tx, in);
              attachments.remove(
                  tx, in.caller().organisation(), seen.incident().id().value(), id(in));
              return Answer.ok(noted(tx, in, seen, "attachment-removed"));
            });
  }

  private IncidentSight.Seen open(Tx tx, Received in) {
    IncidentSight.Seen seen = sight.seen(tx, in);
    if (!seen.incident().isOpen()) {
      IncidentText.check(new IncidentResult.Refused(IncidentResult.Reason.CLOSED));
    }
    return seen;
  }

  private IncidentView.IncidentJson noted(
      Tx tx, Received in, IncidentSight.Seen seen, String what) {
    doors.journal().note(tx, seen.incident(), what, in.caller().person());
    return view.page(tx, in.caller(), seen);
  }

  private static AttachmentId id(Received in) {
    return new AttachmentId(in.id("attachmentId"));
  }
}
