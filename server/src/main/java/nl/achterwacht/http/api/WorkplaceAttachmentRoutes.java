package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.util.List;
import nl.achterwacht.attachment.AttachmentId;
import nl.achterwacht.attachment.AttachmentKeeper;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.workplace.Workplace;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Photos, plans and papers of a lone workplace. */
@Controller
@RequestMapping(BASE + "/workplaces/{workplaceId}/attachments")
public final class WorkplaceAttachmentRoutes {
  private final WorkplaceDoors doors;
  private final WorkplaceSight sight;
  private final AttachmentView attachments;

  public WorkplaceAttachmentRoutes(WorkplaceDoors doors, AttachmentKeeper attachments) {
    this.doors = doors;
    this.sight = new WorkplaceSight(doors);
    this.attachments = new AttachmentView(attachments);
  }

  record AttachmentsJson(List<AttachmentView.AttachmentJson> items) {}

  @GetMapping
  Answer list(Received in) {
    return doors.acts().forCaller(in, tx -> Answer.ok(all(tx, sight.visible(tx, in))));
  }

  @PostMapping
  Answer add(Received in) {
    AttachmentView.Taken taken = AttachmentView.taken(in);
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              Workplace one = sight.visible(tx, in);
              attachments.add(
                  tx, one.organisation(), one.id().value(), taken, in.caller().person());
              noteChange(tx, one, null, taken.name(), in);
              return Answer.created(all(tx, one));
            });
  }

  @GetMapping("/{attachmentId}")
  Answer content(Received in) {
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              Workplace one = sight.visible(tx, in);
              return attachments.content(tx, one.organisation(), one.id().value(), id(in));
            });
  }

  @DeleteMapping("/{attachmentId}")
  Answer remove(Received in) {
    return doors
        .acts()
        .once(
            in,
            (tx, _) -> {
              Workplace one = sight.visible(tx, in);
              String gone =
                  attachments.remove(tx, one.organisation(), one.id().value(), id(in)).name();
              noteChange(tx, one, gone, null, in);
              return Answer.done();
            });
  }

  private static AttachmentId id(Received in) {
    return new AttachmentId(in.id("attachmentId"));
  }

  private void noteChange(
      Tx tx, Workplace one, @Nullable String was, @Nullable String became, Received in) {
    doors.workplaces().noteChange(tx, one, "attachment", was, became, in.caller().person());
  }

  private AttachmentsJson all(Tx tx, Workplace one) {
    Names names = Names.of(tx, doors.people(), one.organisation());
    return new AttachmentsJson(attachments.all(tx, one.organisation(), one.id().value(), names));
  }
}
