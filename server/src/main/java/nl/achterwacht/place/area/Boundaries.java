package nl.achterwacht.place.area;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.utc;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.place.Address;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * The boundaries of neighbourhoods that an organisation loaded. To find the neighbourhood of a
 * point they are kept in memory, read again when their version changed.
 */
public final class Boundaries {
  private static final int MOST_IN_MEMORY = 20;
  // About twenty metres: enough for a map of a town, a tenth of the points.
  private static final double DRAWN_TO = 0.0002;
  private static final int AT_ONCE = 500;

  private static final String VERSION =
      """
      select version, loaded_at, (select count(*) from place.boundary b
                                   where b.organisation_id = s.organisation_id) as areas
        from place.boundary_set s
       where organisation_id = :organisation
      """;
  private static final String NEXT_VERSION =
      """
      insert into place.boundary_set (organisation_id, version, loaded_at, loaded_by)
      values (:organisation, 1, :now, :by)
      on conflict (organisation_id) do update
         set version = boundary_set.version + 1, loaded_at = :now, loaded_by = :by
      """;
  private static final String CLEAR =
      """
      delete from place.boundary
       where organisation_id = :organisation
      """;
  private static final String INSERT =
      """
      insert into place.boundary
             (organisation_id, code, name, district_code, municipality_code, municipality_name,
              water, shape)
      select :organisation, c, n, d, m, mn, w = 1, s
        from unnest(:codes::text[], :names::text[], :districts::text[], :municipalities::text[],
                    :municipalityNames::text[], :waters::integer[], :shapes::bytea[])
             as t(c, n, d, m, mn, w, s)
      """;
  private static final String LIST =
      """
      select code, name, district_code, municipality_code, municipality_name, water, shape
        from place.boundary
       where organisation_id = :organisation
         and code > :after
       order by code
       limit :limit
      """;
  private static final String SOME =
      """
      select code, name, district_code, municipality_code, municipality_name, water, shape
        from place.boundary
       where organisation_id = :organisation
         and code = any (:codes)
       order by code
      """;

  private final InstantSource clock;
  private final Map<OrganisationId, Indexed> inMemory =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<OrganisationId, Indexed> eldest) {
          return size() > MOST_IN_MEMORY;
        }
      };

  public Boundaries(InstantSource clock) {
    this.clock = clock;
  }

  private record Indexed(int version, AreaIndex index) {}

  /** What is loaded: when, and how many neighbourhoods. */
  public record Loaded(int version, Instant at, int areas) {}

  /** A file that was read and found good, to be stored. */
  public static final class Parsed {
    private final List<Boundary> boundaries;

    private Parsed(List<Boundary> boundaries) {
      this.boundaries = boundaries;
    }

    /** How many of its neighbourhoods have no shape: they are listed, and no point lies in them. */
    public int withoutShape() {
      return (int) boundaries.stream().filter(b -> b.shape() == null).count();
    }
  }

  /**
   * A neighbourhood to be drawn on a map.
   *
   * @param outlines coarse outer rings, each of positions of longitude and latitude; none without a
   *     shape
   */
  public record Drawn(Neighbourhood neighbourhood, List<List<List<Double>>> outlines) {}

  /**
   * Reads a GeoJSON file with the attributes of CBS wijken en buurten, in degrees. At most 64 MB.
   * Outside any transaction: the file may come slowly.
   */
  public static Parsed parse(InputStream file) throws NotNeighbourhoods {
    return new Parsed(NeighbourhoodFile.read(file));
  }

  /** Puts the neighbourhoods of {@code file} in the place of those that were there. */
  public Loaded load(Tx tx, OrganisationId organisation, Parsed file, PersonId by) {
    tx.sql(NEXT_VERSION)
        .param("organisation", organisation.value())
        .param("now", utc(clock.instant()))
        .param("by", by.value())
        .update();
    tx.sql(CLEAR).param("organisation", organisation.value()).update();
    List<Boundary> all = file.boundaries;
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      insert(tx, organisation, all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
    return loaded(tx, organisation)
        .orElseThrow(() -> new IllegalStateException("boundaries were stored and are not there"));
  }

  /** What this organisation has loaded, if anything. */
  public Optional<Loaded> loaded(Tx tx, OrganisationId organisation) {
    return tx.sql(VERSION)
        .param("organisation", organisation.value())
        .query((row, i) ->
            new Loaded(row.getInt("version"), instant(row, "loaded_at"), row.getInt("areas")))
        .optional();
  }

  /** Neighbourhoods in the order of their codes, from after {@code after} ("" for the first). */
  public List<Neighbourhood> list(Tx tx, OrganisationId organisation, String after, int limit) {
    return rows(tx, organisation, after, limit).stream().map(Boundary::neighbourhood).toList();
  }

  /** The neighbourhood in which {@code point} lies, as far as boundaries are loaded. */
  public Optional<Neighbourhood> at(Tx tx, OrganisationId organisation, Address.Point point) {
    Optional<Loaded> loaded = loaded(tx, organisation);
    if (loaded.isEmpty()) {
      return Optional.empty();
    }
    return index(tx, organisation, loaded.get().version()).at(point.latitude(), point.longitude());
  }

  /** {@code address} with its neighbourhood, when that is not known yet and its point is. */
  public Address located(Tx tx, OrganisationId organisation, Address address) {
    Address.@Nullable Point point = address.point();
    if (address.neighbourhoodCode() != null || point == null) {
      return address;
    }
    return address.in(at(tx, organisation, point).map(Neighbourhood::code).orElse(null));
  }

  /** These neighbourhoods, to be drawn on a map. */
  public List<Drawn> drawn(Tx tx, OrganisationId organisation, List<String> codes) {
    return tx
        .sql(SOME)
        .param("organisation", organisation.value())
        .param("codes", tx.texts(codes))
        .query(Boundaries::boundary)
        .list()
        .stream()
        .map(Boundaries::toDraw)
        .toList();
  }

  /** Neighbourhoods in the order of {@link #list}, to be drawn on a map. */
  public List<Drawn> drawn(Tx tx, OrganisationId organisation, String after, int limit) {
    return rows(tx, organisation, after, limit).stream().map(Boundaries::toDraw).toList();
  }

  private AreaIndex index(Tx tx, OrganisationId organisation, int version) {
    synchronized (inMemory) {
      Indexed known = inMemory.get(organisation);
      if (known != null && known.version() == version) {
        return known.index();
      }
    }
    var index = new AreaIndex(rows(tx, organisation, "", NeighbourhoodFile.MOST_FEATURES));
    synchronized (inMemory) {
      inMemory.put(organisation, new Indexed(version, index));
    }
    return index;
  }

  private static List<Boundary> rows(Tx tx, OrganisationId organisation, String after, int limit) {
    return tx.sql(LIST)
        .param("organisation", organisation.value())
        .param("after", after)
        .param("limit", limit)
        .query(Boundaries::boundary)
        .list();
  }

  private static void insert(Tx tx, OrganisationId organisation, List<Boundary> some) {
    var writer = new WKBWriter();
    List<byte @Nullable []> shapes = new ArrayList<>();
    some.forEach(b -> shapes.add(b.shape() == null ? null : writer.write(b.shape())));
    List<Neighbourhood> areas = some.stream().map(Boundary::neighbourhood).toList();
    tx.sql(INSERT)
        .param("organisation", organisation.value())
        .param("codes", tx.texts(areas.stream().map(Neighbourhood::code).toList()))
        .param("names", tx.texts(areas.stream().map(Neighbourhood::name).toList()))
        .param("districts", tx.texts(areas.stream().map(Neighbourhood::districtCode).toList()))
        .param(
            "municipalities",
            tx.texts(areas.stream().map(Neighbourhood::municipalityCode).toList()))
        .param(
            "municipalityNames",
            tx.texts(areas.stream().map(Neighbourhood::municipalityName).toList()))
        .param("waters", tx.integers(areas.stream().map(a -> a.water() ? 1 : 0).toList()))
        .param("shapes", tx.bytes(shapes))
        .update();
  }

  private static Boundary boundary(ResultSet row, int number) throws SQLException {
    byte[] shape = row.getBytes("shape");
    return new Boundary(
        new Neighbourhood(
            row.getString("code"),
            row.getString("name"),
            row.getString("district_code"),
            row.getString("municipality_code"),
            row.getString("municipality_name"),
            row.getBoolean("water")),
        shape == null ? null : shape(shape));
  }

  private static MultiPolygon shape(byte[] wkb) {
    try {
      return (MultiPolygon) new WKBReader(Shapes.GEOMETRIES).read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("a stored boundary cannot be read", e);
    }
  }

  private static Drawn toDraw(Boundary boundary) {
    return new Drawn(boundary.neighbourhood(), outlines(boundary.shape()));
  }

  private static List<List<List<Double>>> outlines(@Nullable MultiPolygon shape) {
    var rings = new ArrayList<List<List<Double>>>();
    if (shape != null) {
      Geometry simple = TopologyPreservingSimplifier.simplify(shape, DRAWN_TO);
      for (int i = 0; i < simple.getNumGeometries(); i++) {
        if (simple.getGeometryN(i) instanceof Polygon polygon) {
          rings.add(
              Stream.of(polygon.getExteriorRing().getCoordinates())
                  .map(point -> List.of(point.x, point.y))
                  .toList());
        }
      }
    }
    return rings;
  }
}
