package nl.achterwacht.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Finds, makes and changes places. The same address is one place of an organisation. */
public final class PlaceRegister {
  private static final String COLUMNS =
      """
      select organisation_id, id, address, street, house_number, house_letter, house_addition,
             postcode, town, address_id, object_id, neighbourhood_code, latitude, longitude,
             floor, how_to_get_in, second_exit, parking, version
        from place.place
       where organisation_id = :organisation
      """;
  private static final String BY_ID = COLUMNS + " and id = :id";

  // Who typed no postcode means the one place with that text; the full key goes first.
  private static final String BY_ADDRESS =
      COLUMNS
          + """
             and (address_key = :key
                  or (text_key = :text and (postcode is null or :postcode::text is null)))
           order by address_key <> :key, id
           limit 1
          """;
  private static final String SEARCH =
      COLUMNS
          + """
             and (text_key like :pattern or postcode = :postcode)
           order by text_key, id
           limit :limit
          """;
  private static final String INSERT =
      """
      insert into place.place
             (organisation_id, id, address_key, text_key, address, street, house_number,
              house_letter, house_addition, postcode, town, address_id, object_id,
              neighbourhood_code, latitude, longitude)
      values (:organisation, :id, :key, :text, :address, :street, :number, :letter, :addition,
              :postcode, :town, :addressId, :objectId, :neighbourhood, :latitude, :longitude)
      on conflict (organisation_id, address_key) do nothing
      """;
  private static final String UPDATE =
      """
      update place.place p
         set address_key = :key, text_key = :text, address = :address, street = :street,
             house_number = :number, house_letter = :letter, house_addition = :addition,
             postcode = :postcode, town = :town, address_id = :addressId, object_id = :objectId,
             neighbourhood_code = :neighbourhood, latitude = :latitude, longitude = :longitude,
             floor = :floor, how_to_get_in = :howToGetIn, second_exit = :secondExit,
             parking = :parking, version = version + 1
       where organisation_id = :organisation
         and id = :id
         and version = :version
         and not exists (select
                           from place.place other
                          where other.organisation_id = p.organisation_id
                            and other.address_key = :key
                            and other.id <> p.id)
      """;

  /** The place with this id, if this organisation has one. */
  public Optional<Place> find(Tx tx, OrganisationId organisation, PlaceId id) {
    return tx.sql(BY_ID)
        .param("organisation", organisation.value())
        .param("id", id.value())
        .query(PlaceRegister::place)
        .optional();
  }

  /** The place at this address, if it is known; makes none. */
  public Optional<Place> find(Tx tx, OrganisationId organisation, Address address) {
    AddressKey key = AddressKey.of(address);
    return tx.sql(BY_ADDRESS)
        .param("organisation", organisation.value())
        .param("key", key.unique())
        .param("text", key.byText())
        .param("postcode", address.postcode())
        .query(PlaceRegister::place)
        .optional();
  }

  /**
   * The place at this address, made when it is new. What {@code address} knows and the place does
   * not, the place learns. Two at the same moment get the same place.
   *
   * @param address of the right form, as {@link AddressCheck} tells
   */
  public Place findOrMake(Tx tx, OrganisationId organisation, Address address) {
    Optional<Place> known = find(tx, organisation, address);
    if (known.isPresent()) {
      return learned(tx, known.get(), address);
    }
    var made = new Place(organisation, PlaceId.next(), address, AccessNotes.NONE, 0);
    int inserted = with(tx.sql(INSERT), made).update();
    return inserted == 1
        ? made
        : find(tx, organisation, address)
            .orElseThrow(() -> new IllegalStateException("a place is there and is not"));
  }

  /** At most {@code limit} places whose address has these words or this postcode. */
  public List<Place> search(Tx tx, OrganisationId organisation, String text, int limit) {
    Address asked = Address.ofText(text);
    String words = AddressKey.of(asked).byText();
    return tx.sql(SEARCH)
        .param("organisation", organisation.value())
        // Words hold only letters, digits and spaces: none of them is a sign of a pattern.
        .param("pattern", words.isEmpty() ? "" : "%" + words.replace(" ", "%") + "%")
        .param("postcode", asked.postcode())
        .param("limit", limit)
        .query(PlaceRegister::place)
        .list();
  }

  /**
   * Stores {@code place} as it now is; its version is the one that was read.
   *
   * @return the place with its new version; empty when somebody changed it meanwhile, or another
   *     place has that address
   */
  public Optional<Place> change(Tx tx, Place place) {
    int changed =
        with(tx.sql(UPDATE), place)
            .param("floor", place.notes().floor())
            .param("howToGetIn", place.notes().howToGetIn())
            .param("secondExit", place.notes().secondExit())
            .param("parking", place.notes().parking())
            .param("version", place.version())
            .update();
    return changed == 1
        ? Optional.of(
            new Place(
                place.organisation(),
                place.id(),
                place.address(),
                place.notes(),
                place.version() + 1))
        : Optional.empty();
  }

  private Place learned(Tx tx, Place known, Address address) {
    Address filled = known.address().filledFrom(address);
    if (filled.equals(known.address())) {
      return known;
    }
    var more = new Place(known.organisation(), known.id(), filled, known.notes(), known.version());
    // Not stored when somebody changes it just now: what they know goes first.
    return change(tx, more).orElse(known);
  }

  private static StatementSpec with(StatementSpec sql, Place place) {
    Address address = place.address();
    AddressKey key = AddressKey.of(address);
    Address.@Nullable Point point = address.point();
    return sql.param("organisation", place.organisation().value())
        .param("id", place.id().value())
        .param("key", key.unique())
        .param("text", key.byText())
        .param("address", address.text())
        .param("street", address.street())
        .param("number", address.houseNumber())
        .param("letter", address.houseLetter())
        .param("addition", address.houseAddition())
        .param("postcode", address.postcode())
        .param("town", address.town())
        .param("addressId", address.addressId())
        .param("objectId", address.objectId())
        .param("neighbourhood", address.neighbourhoodCode())
        .param("latitude", point == null ? null : point.latitude())
        .param("longitude", point == null ? null : point.longitude());
  }

  private static Place place(ResultSet row, int number) throws SQLException {
    Double latitude = row.getObject("latitude", Double.class);
    Double longitude = row.getObject("longitude", Double.class);
    return new Place(
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        new PlaceId(row.getObject("id", UUID.class)),
        new Address(
            row.getString("address"),
            row.getString("street"),
            row.getObject("house_number", Integer.class),
            row.getString("house_letter"),
            row.getString("house_addition"),
            row.getString("postcode"),
            row.getString("town"),
            row.getString("address_id"),
            row.getString("object_id"),
            row.getString("neighbourhood_code"),
            latitude == null || longitude == null ? null : new Address.Point(latitude, longitude)),
        new AccessNotes(
            row.getString("floor"),
            row.getString("how_to_get_in"),
            row.getString("second_exit"),
            row.getString("parking")),
        row.getInt("version"));
  }
}
