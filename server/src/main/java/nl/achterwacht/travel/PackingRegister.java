package nl.achterwacht.travel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;

/** What to take along and what to leave at home, as each organisation has it. */
public final class PackingRegister {
  private static final String LIST =
      """
      select id, along, text_nl, text_en
        from travel.packing_item
       where organisation_id = :organisation
       order by place, id
      """;

  private static final String CLEAR =
      """
      delete from travel.packing_item
       where organisation_id = :organisation
      """;

  private static final String ADD =
      """
      insert into travel.packing_item (organisation_id, id, place, along, text_nl, text_en)
      values (:organisation, :id, :place, :along, :textNl, :textEn)
      """;

  /** The organisation's list in its order; the usual one until it makes its own. */
  public List<PackingItem> list(Tx tx, OrganisationId organisation) {
    List<PackingItem> own =
        tx.sql(LIST)
            .param("organisation", organisation.value())
            .query(PackingRegister::item)
            .list();
    return own.isEmpty() ? PackingItem.USUAL : own;
  }

  /** Whether {@code items} name each thing once. */
  public static boolean namesEachOnce(List<PackingItem> items) {
    Set<String> ids = new HashSet<>();
    return items.stream().allMatch(item -> ids.add(item.id()));
  }

  /**
   * Replaces the list; none brings the usual one back. What was ticked today of things that stay,
   * stays ticked.
   *
   * @param items each id once, a hundred at most
   */
  public void replace(Tx tx, OrganisationId organisation, List<PackingItem> items) {
    tx.sql(CLEAR).param("organisation", organisation.value()).update();
    for (int place = 0; place < items.size(); place++) {
      PackingItem item = items.get(place);
      tx.sql(ADD)
          .param("organisation", organisation.value())
          .param("id", item.id())
          .param("place", place)
          .param("along", item.along())
          .param("textNl", item.textNl())
          .param("textEn", item.textEn())
          .update();
    }
  }

  private static PackingItem item(ResultSet row, int index) throws SQLException {
    return new PackingItem(
        row.getString("id"),
        row.getBoolean("along"),
        row.getString("text_nl"),
        row.getString("text_en"));
  }
}
