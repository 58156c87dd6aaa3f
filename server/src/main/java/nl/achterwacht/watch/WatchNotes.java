package nl.achterwacht.watch;

import static nl.achterwacht.base.Sql.utc;

import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/** What is kept beside a watch: events taken in, positions, the phone's key, the debrief. */
final class WatchNotes {
  private static final String TAKE_EVENT =
      """
      insert into watch.event (organisation_id, watch_id, event_id, at)
      values (:organisation, :id, :event, :now)
      on conflict do nothing
      """;

  private static final String SET_KEY =
      """
      update watch.watch
         set key_hash = :keyHash
       where organisation_id = :organisation
         and id = :id
      """;

  private static final String SET_TRAVEL =
      """
      update watch.watch
         set travel_mode = :mode, vehicle_id = :vehicle
       where organisation_id = :organisation
         and id = :id
         and worker_id = :worker
         and state = 'planned'
      """;

  private static final String KEY_FITS =
      """
      select exists (
          select from watch.watch
           where organisation_id = :organisation
             and id = :id
             and key_hash = :keyHash)
      """;

  private static final String POSITION =
      """
      insert into watch.position
             (organisation_id, watch_id, measured_at, received_at, latitude, longitude, accuracy_m)
      values (:organisation, :id, :measured, :now, :latitude, :longitude, :accuracy)
      on conflict do nothing
      """;

  private static final String DEBRIEF =
      """
      update watch.watch
         set debrief = :debrief, debrief_words = :words
       where organisation_id = :organisation
         and id = :id
      """;

  private static final String WORDS =
      """
      insert into watch.words (organisation_id, watch_id, event_id, received_at, words)
      values (:organisation, :id, :event, :now, :words)
      on conflict do nothing
      """;

  /** What the worker wrote with an act. */
  void saveWords(Tx tx, Watch watch, UUID eventId, String words, Instant now) {
    tx.sql(WORDS)
        .param("organisation", watch.organisation().value())
        .param("id", watch.id().value())
        .param("event", eventId)
        .param("now", utc(now))
        .param("words", words)
        .update();
  }

  /** How a worker who starts a planned watch travels in the end; nothing is decided on it. */
  void setTravel(Tx tx, NewWatch watch, PersonId worker) {
    tx.sql(SET_TRAVEL)
        .param("mode", watch.trip().travelMode())
        .param("vehicle", watch.trip().vehicleId())
        .param("organisation", watch.organisation().value())
        .param("id", watch.id().value())
        .param("worker", worker.value())
        .update();
  }

  /** Notes the event; false when it was taken in before. */
  boolean takeEvent(Tx tx, Watch watch, UUID eventId, Instant now) {
    return tx.sql(TAKE_EVENT)
            .param("organisation", watch.organisation().value())
            .param("id", watch.id().value())
            .param("event", eventId)
            .param("now", utc(now))
            .update()
        == 1;
  }

  void setKey(Tx tx, Watch watch, byte[] keyHash) {
    tx.changeOne(
        tx.sql(SET_KEY)
            .param("keyHash", keyHash)
            .param("organisation", watch.organisation().value())
            .param("id", watch.id().value()),
        "watch " + watch.id());
  }

  boolean keyFits(Tx tx, OrganisationId organisation, WatchId id, byte[] keyHash) {
    return tx.sql(KEY_FITS)
        .param("organisation", organisation.value())
        .param("id", id.value())
        .param("keyHash", keyHash)
        .query(Boolean.class)
        .single();
  }

  void recordPosition(Tx tx, Watch watch, Act.Position position, Instant now) {
    tx.sql(POSITION)
        .param("organisation", watch.organisation().value())
        .param("id", watch.id().value())
        .param("measured", utc(position.measuredAt()))
        .param("now", utc(now))
        .param("latitude", position.latitude())
        .param("longitude", position.longitude())
        .param("accuracy", position.accuracyMetres())
        .update();
  }

  void saveDebrief(Tx tx, Watch watch, String debrief, @Nullable String words) {
    tx.changeOne(
        tx.sql(DEBRIEF)
            .param("debrief", debrief)
            .param("words", words)
            .param("organisation", watch.organisation().value())
            .param("id", watch.id().value()),
        "watch " + watch.id());
  }
}
