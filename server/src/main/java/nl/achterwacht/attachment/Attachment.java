package nl.achterwacht.attachment;

import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;

/**
 * A file that belongs to something, without its content.
 *
 * @param subject the workplace, incident or other thing it belongs to
 * @param description what is in it, for whoever cannot see it
 */
public record Attachment(
    OrganisationId organisation,
    AttachmentId id,
    UUID subject,
    String name,
    String description,
    String mediaType,
    int bytes,
    PersonId madeBy,
    Instant madeAt) {}
