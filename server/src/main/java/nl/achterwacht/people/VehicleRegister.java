package nl.achterwacht.people;

import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.PersonRef;
import nl.achterwacht.base.Tx;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The vehicles that people travel in. */
public final class VehicleRegister {
  private static final String COLUMNS =
      """
      select id, person_id, kind, plate, brand, colour, description
        from people.vehicle
       where organisation_id = :organisation
      """;

  private static final String EVER = COLUMNS + " order by id";

  private static final String NOW = COLUMNS + " and removed_at is null order by id";

  private static final String OF_PERSON =
      COLUMNS
          + """
             and person_id = :person
             and removed_at is null
           order by id
          """;

  private static final String ADD =
      """
      insert into people.vehicle
             (organisation_id, id, person_id, kind, plate, brand, colour, description)
      values (:organisation, :id, :person, :kind, :plate, :brand, :colour, :description)
      """;

  private static final String CHANGE =
      """
      update people.vehicle
         set kind = :kind, plate = :plate, brand = :brand, colour = :colour,
             description = :description
       where organisation_id = :organisation
         and id = :id
         and person_id = :person
         and removed_at is null
      """;

  private static final String REMOVE =
      """
      update people.vehicle
         set removed_at = :now
       where organisation_id = :organisation
         and id = :id
         and person_id = :person
         and removed_at is null
      """;

  /** Every vehicle there ever was: an open watch may name one that was taken off the list. */
  public List<Vehicle> ever(Tx tx, OrganisationId organisation) {
    return tx.sql(EVER)
        .param("organisation", organisation.value())
        .query(VehicleRegister::vehicle)
        .list();
  }

  /** The vehicles of somebody, those taken off the list left out. */
  public List<Vehicle> of(Tx tx, PersonRef person) {
    return tx.sql(OF_PERSON)
        .param("organisation", person.organisation().value())
        .param("person", person.person().value())
        .query(VehicleRegister::vehicle)
        .list();
  }

  /** The vehicles of everybody, those taken off the list left out. */
  List<Vehicle> now(Tx tx, OrganisationId organisation) {
    return tx.sql(NOW)
        .param("organisation", organisation.value())
        .query(VehicleRegister::vehicle)
        .list();
  }

  public void add(Tx tx, OrganisationId organisation, Vehicle vehicle) {
    tx.changeOne(withFacts(tx.sql(ADD), organisation, vehicle), "add a vehicle");
  }

  /**
   * Whether its owner had this vehicle, which now is as said. Visits and watches show it so too.
   */
  public boolean change(Tx tx, OrganisationId organisation, Vehicle vehicle) {
    return withFacts(tx.sql(CHANGE), organisation, vehicle).update() == 1;
  }

  /** Takes a vehicle off somebody's list; whether it was on it. */
  public boolean remove(Tx tx, PersonRef person, UUID id, Instant now) {
    return tx.sql(REMOVE)
            .param("now", utc(now))
            .param("organisation", person.organisation().value())
            .param("id", id)
            .param("person", person.person().value())
            .update()
        == 1;
  }

  private static JdbcClient.StatementSpec withFacts(
      JdbcClient.StatementSpec statement, OrganisationId organisation, Vehicle vehicle) {
    return statement
        .param("organisation", organisation.value())
        .param("id", vehicle.id())
        .param("person", vehicle.person().value())
        .param("kind", vehicle.kind())
        .param("plate", vehicle.plate())
        .param("brand", vehicle.brand())
        .param("colour", vehicle.colour())
        .param("description", vehicle.description());
  }

  private static Vehicle vehicle(ResultSet row, int index) throws SQLException {
    return new Vehicle(
        uuid(row, "id"),
        new PersonId(uuid(row, "person_id")),
        row.getString("kind"),
        row.getString("plate"),
        row.getString("brand"),
        row.getString("colour"),
        row.getString("description"));
  }
}
