package nl.achterwacht.attachment;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;

/** Keeps attachments, in the database like everything else: the only writer of their table. */
public final class AttachmentKeeper {
  /** As many as one thing may have. */
  public static final int MOST = 20;

  private static final String LIST =
      """
      select organisation_id, id, subject_id, name, description, media_type,
             length(content) as bytes, made_by, made_at
        from attachment.attachment
       where organisation_id = :organisation
         and subject_id = :subject
       order by made_at, id
      """;
  private static final String ADD =
      """
      insert into attachment.attachment
             (organisation_id, id, subject_id, name, description, media_type, content, made_by,
              made_at)
      values (:organisation, :id, :subject, :name, :description, :mediaType, :content, :by, :at)
      """;
  private static final String CONTENT =
      """
      select media_type, content
        from attachment.attachment
       where organisation_id = :organisation
         and subject_id = :subject
         and id = :id
      """;
  private static final String REMOVE =
      """
      delete from attachment.attachment
       where organisation_id = :organisation
         and subject_id = :subject
         and id = :id
      """;

  private final InstantSource clock;

  public AttachmentKeeper(InstantSource clock) {
    this.clock = clock;
  }

  /** Keeps {@code file} with {@code subject}; empty when that has {@link #MOST} already. */
  public Optional<Attachment> add(
      Tx tx,
      OrganisationId organisation,
      UUID subject,
      String name,
      String description,
      SafeFile file,
      PersonId by) {
    if (list(tx, organisation, subject).size() >= MOST) {
      return Optional.empty();
    }
    var added =
        new Attachment(
            organisation,
            AttachmentId.next(),
            subject,
            name,
            description,
            file.mediaType(),
            file.content().length,
            by,
            clock.instant());
    tx.changeOne(
        tx.sql(ADD)
            .param("organisation", organisation.value())
            .param("id", added.id().value())
            .param("subject", subject)
            .param("name", name)
            .param("description", description)
            .param("mediaType", file.mediaType())
            .param("content", file.content())
            .param("by", by.value())
            .param("at", utc(added.madeAt())),
        "add an attachment");
    return Optional.of(added);
  }

  /** What belongs to {@code subject}, the oldest first. */
  public List<Attachment> list(Tx tx, OrganisationId organisation, UUID subject) {
    return tx.sql(LIST)
        .param("organisation", organisation.value())
        .param("subject", subject)
        .query(AttachmentKeeper::attachment)
        .list();
  }

  /** The file itself; empty when {@code subject} has no such attachment. */
  public Optional<SafeFile> content(
      Tx tx, OrganisationId organisation, UUID subject, AttachmentId id) {
    return tx.sql(CONTENT)
        .param("organisation", organisation.value())
        .param("subject", subject)
        .param("id", id.value())
        .query((row, number) -> new SafeFile(row.getString("media_type"), row.getBytes("content")))
        .optional();
  }

  /** One attachment; empty when {@code subject} has no such. */
  public Optional<Attachment> find(
      Tx tx, OrganisationId organisation, UUID subject, AttachmentId id) {
    return list(tx, organisation, subject).stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Removes the file; tells what it was. */
  public Optional<Attachment> remove(
      Tx tx, OrganisationId organisation, UUID subject, AttachmentId id) {
    Optional<Attachment> found = find(tx, organisation, subject, id);
    if (found.isPresent()) {
      tx.changeOne(
          tx.sql(REMOVE)
              .param("organisation", organisation.value())
              .param("subject", subject)
              .param("id", id.value()),
          "remove an attachment");
    }
    return found;
  }

  private static Attachment attachment(ResultSet row, int number) throws SQLException {
    return new Attachment(
        new OrganisationId(uuid(row, "organisation_id")),
        new AttachmentId(uuid(row, "id")),
        uuid(row, "subject_id"),
        row.getString("name"),
        row.getString("description"),
        row.getString("media_type"),
        row.getInt("bytes"),
        new PersonId(uuid(row, "made_by")),
        instant(row, "made_at"));
  }
}
