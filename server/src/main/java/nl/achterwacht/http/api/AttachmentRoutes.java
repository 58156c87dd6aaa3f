package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.attachment.Attachment;
import nl.achterwacht.attachment.AttachmentId;
import nl.achterwacht.attachment.AttachmentKeeper;
import nl.achterwacht.attachment.SafeFile;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
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
public final class AttachmentRoutes {
  private final WorkplaceDoors doors;
  private final WorkplaceSight sight;
  private final AttachmentKeeper attachments;

  public AttachmentRoutes(WorkplaceDoors doors, AttachmentKeeper attachments) {
    this.doors = doors;
    this.sight = new WorkplaceSight(doors);
    this.attachments = attachments;
  }

  /** The contract's {@code NewAttachment}, of whatever it belongs to. */
  record NewAttachment(String name, String description, String content) {
    /** Looks into the file; a fault stands next to the field. */
    SafeFile file() {
      try {
        return SafeFile.of(Base64.getDecoder().decode(content));
      } catch (IllegalArgumentException e) {
        throw Refusal.invalid("/content", "not-base64", "This is no file.");
      } catch (SafeFile.Unsafe e) {
        throw switch (e.fault()) {
          case TOO_LARGE -> Refusal.invalid("/content", "too-large", "10 MB at most.");
          case NO_PICTURE_OR_PDF ->
              Refusal.invalid("/content", "no-picture-or-pdf", "Only PNG, JPEG and PDF.");
          case BROKEN -> Refusal.invalid("/content", "broken", "This picture cannot be read.");
        };
      }
    }
  }

  record AttachmentJson(
      UUID id,
      String name,
      String description,
      String mediaType,
      int bytes,
      String madeByName,
      Instant madeAt) {
    static AttachmentJson of(Attachment one, Names names) {
      return new AttachmentJson(
          one.id().value(),
          one.name(),
          one.description(),
          one.mediaType(),
          one.bytes(),
          names.nameOf(one.madeBy()),
          one.madeAt());
    }
  }

  record AttachmentsJson(List<AttachmentJson> items) {}

  @GetMapping
  Answer list(Received in) {
    return doors.acts().forCaller(in, tx -> Answer.ok(all(tx, sight.visible(tx, in))));
  }

  @PostMapping
  Answer add(Received in) {
    NewAttachment asked = in.body(NewAttachment.class);
    String name = WorkplaceSight.words("/name", asked.name());
    String description = WorkplaceSight.words("/description", asked.description());
    SafeFile file = asked.file();
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              Workplace one = sight.visible(tx, in);
              Attachment added =
                  attachments
                      .add(
                          tx,
                          one.organisation(),
                          one.id().value(),
                          name,
                          description,
                          file,
                          in.caller().person())
                      .orElseThrow(() -> Refusal.conflict("", "too-many", "It has 20 already."));
              noteChange(tx, one, null, added.name(), in);
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
              var id = new AttachmentId(in.id("attachmentId"));
              SafeFile file =
                  attachments
                      .content(tx, one.organisation(), one.id().value(), id)
                      .orElseThrow(() -> Refusal.notFound("attachment"));
              return Answer.file(file.content(), file.mediaType(), nameOf(tx, one, id, file));
            });
  }

  @DeleteMapping("/{attachmentId}")
  Answer remove(Received in) {
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              Workplace one = sight.visible(tx, in);
              var id = new AttachmentId(in.id("attachmentId"));
              Attachment gone =
                  attachments
                      .remove(tx, one.organisation(), one.id().value(), id)
                      .orElseThrow(() -> Refusal.notFound("attachment"));
              noteChange(tx, one, gone.name(), null, in);
              return Answer.done();
            });
  }

  private void noteChange(
      Tx tx, Workplace one, @Nullable String was, @Nullable String became, Received in) {
    doors.workplaces().noteChange(tx, one, "attachment", was, became, in.caller().person());
  }

  private AttachmentsJson all(Tx tx, Workplace one) {
    Names names = Names.of(tx, doors.people(), one.organisation());
    return new AttachmentsJson(
        attachments.list(tx, one.organisation(), one.id().value()).stream()
            .map(each -> AttachmentJson.of(each, names))
            .toList());
  }

  /** What the browser calls it when it is kept: its own name, with the ending that is true. */
  private String nameOf(Tx tx, Workplace one, AttachmentId id, SafeFile file) {
    String ending = file.mediaType().substring(file.mediaType().indexOf('/') + 1);
    return attachments
        .find(tx, one.organisation(), one.id().value(), id)
        .map(each -> each.name().replaceAll("\\.[A-Za-z0-9]{1,5}$", "") + "." + ending)
        .orElse("bijlage." + ending);
  }
}
