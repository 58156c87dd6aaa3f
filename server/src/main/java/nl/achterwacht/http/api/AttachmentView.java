package nl.achterwacht.http.api;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.attachment.Attachment;
import nl.achterwacht.attachment.AttachmentId;
import nl.achterwacht.attachment.AttachmentKeeper;
import nl.achterwacht.attachment.SafeFile;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;

/** Attachments as they come in and go out, of whatever they belong to. */
final class AttachmentView {
  private final AttachmentKeeper attachments;

  AttachmentView(AttachmentKeeper attachments) {
    this.attachments = attachments;
  }

  private record NewAttachment(String name, String description, String content) {
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

  /** A file that was looked into; it belongs to nothing yet. */
  record Taken(String name, String description, SafeFile file) {}

  /** The contract's {@code Attachment}. */
  record AttachmentJson(
      UUID id,
      String name,
      String description,
      String mediaType,
      int bytes,
      String madeByName,
      Instant madeAt) {}

  /** Looks into the file that was sent, outside any transaction; a fault stands at its field. */
  static Taken taken(Received in) {
    NewAttachment asked = in.body(NewAttachment.class);
    return new Taken(
        WorkplaceSight.words("/name", asked.name()),
        WorkplaceSight.words("/description", asked.description()),
        asked.file());
  }

  void add(Tx tx, OrganisationId organisation, UUID subject, Taken taken, PersonId by) {
    if (attachments
        .add(tx, organisation, subject, taken.name(), taken.description(), taken.file(), by)
        .isEmpty()) {
      throw Refusal.conflict("", "too-many", "It has 20 already.");
    }
  }

  Attachment remove(Tx tx, OrganisationId organisation, UUID subject, AttachmentId id) {
    return attachments
        .remove(tx, organisation, subject, id)
        .orElseThrow(() -> Refusal.notFound("attachment"));
  }

  List<AttachmentJson> all(Tx tx, OrganisationId organisation, UUID subject, Names names) {
    return attachments.list(tx, organisation, subject).stream()
        .map(one ->
            new AttachmentJson(
                one.id().value(),
                one.name(),
                one.description(),
                one.mediaType(),
                one.bytes(),
                names.nameOf(one.madeBy()),
                one.madeAt()))
        .toList();
  }

  /** The file, called by its own name when it is kept, with the ending that is true. */
  Answer content(Tx tx, OrganisationId organisation, UUID subject, AttachmentId id) {
    Attachment one =
        attachments
            .find(tx, organisation, subject, id)
            .orElseThrow(() -> Refusal.notFound("attachment"));
    SafeFile file =
        attachments
            .content(tx, organisation, subject, id)
            .orElseThrow(() -> Refusal.notFound("attachment"));
    String ending = file.mediaType().substring(file.mediaType().indexOf('/') + 1);
    String name = one.name().replaceAll("\\.[A-Za-z0-9]{1,5}$", "") + "." + ending;
    return Answer.file(file.content(), file.mediaType(), name);
  }
}
