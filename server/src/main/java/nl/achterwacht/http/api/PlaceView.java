package nl.achterwacht.http.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.place.AccessNotes;
import nl.achterwacht.place.Place;
import nl.achterwacht.place.area.HotSpot;
import nl.achterwacht.place.caution.Caution;
import nl.achterwacht.place.caution.CautionState;
import nl.achterwacht.place.caution.WordHint;
import nl.achterwacht.place.coverage.CoverageMemory.Coverage;
import nl.achterwacht.place.coverage.CoverageMemory.ResponseTime;
import org.jspecify.annotations.Nullable;

/** Places and cautions as the contract shows them. */
final class PlaceView {
  private final PlaceDoors doors;

  PlaceView(PlaceDoors doors) {
    this.doors = doors;
  }

  record NotesJson(
      @Nullable String floor,
      @Nullable String howToGetIn,
      @Nullable String secondExit,
      @Nullable String parking) {
    static NotesJson of(AccessNotes notes) {
      return new NotesJson(notes.floor(), notes.howToGetIn(), notes.secondExit(), notes.parking());
    }

    AccessNotes notes() {
      return new AccessNotes(words(floor), words(howToGetIn), words(secondExit), words(parking));
    }

    private static @Nullable String words(@Nullable String text) {
      return text == null || text.isBlank() ? null : text.strip();
    }
  }

  record CoverageJson(String floor, int silent, int visits, boolean poor) {
    static CoverageJson of(Coverage coverage) {
      return new CoverageJson(
          coverage.floor(), coverage.silent(), coverage.visits(), coverage.isPoor());
    }
  }

  record ResponseTimeJson(long medianSeconds, int alarms, String scope) {
    static ResponseTimeJson of(ResponseTime measured) {
      return new ResponseTimeJson(
          measured.median().toSeconds(),
          measured.alarms(),
          measured.isOfPlace() ? "place" : "neighbourhood");
    }
  }

  /** A hot spot in which a place lies. */
  record InHotSpot(UUID id, String reason, Instant endsAt) {}

  record PlaceJson(
      UUID id,
      int version,
      AddressJson address,
      NotesJson notes,
      List<CoverageJson> coverage,
      List<InHotSpot> hotSpots,
      int cautionsInForce) {}

  record CautionJson(
      UUID id,
      UUID placeId,
      int version,
      String kind,
      String behaviour,
      String source,
      @Nullable String evidence,
      LocalDate happenedOn,
      String state,
      @Nullable String proposedByName,
      Instant proposedAt,
      @Nullable String confirmedByName,
      @Nullable Instant confirmedAt,
      @Nullable Instant reviewAt,
      @Nullable Instant endsAt,
      @Nullable LocalDate letterSentOn,
      @Nullable String noLetterReason,
      @Nullable String reply,
      @Nullable LocalDate repliedOn,
      @Nullable String reason,
      List<String> wordHints) {}

  record CautionsJson(List<CautionJson> items) {}

  PlaceJson place(Tx tx, Place place) {
    return new PlaceJson(
        place.id().value(),
        place.version(),
        AddressJson.of(place.address()),
        NotesJson.of(place.notes()),
        doors.coverage().of(tx, place).stream().map(CoverageJson::of).toList(),
        doors.hotSpots().covering(tx, place.organisation(), place.address()).stream()
            .map(PlaceView::inHotSpot)
            .toList(),
        doors.cautions().countInForce(tx, place.organisation(), place.id()));
  }

  /** For those who manage cautions: also how we know, and who stands for it. */
  CautionJson caution(Tx tx, Caution caution) {
    return shown(Names.of(tx, doors.people(), caution.organisation()), caution);
  }

  CautionsJson cautions(Tx tx, OrganisationId organisation, List<Caution> cautions) {
    Names names = Names.of(tx, doors.people(), organisation);
    return new CautionsJson(cautions.stream().map(c -> shown(names, c)).toList());
  }

  /** For visitors: what was done and when, and the reply; not who told us. */
  List<CautionJson> forVisitor(List<Caution> cautions) {
    return cautions.stream().map(caution -> shown(null, caution)).toList();
  }

  private static InHotSpot inHotSpot(HotSpot spot) {
    return new InHotSpot(spot.id().value(), spot.reason(), spot.endsAt());
  }

  /**
   * @param names null for visitors
   */
  private static CautionJson shown(@Nullable Names names, Caution c) {
    Caution.@Nullable Said said = c.said();
    boolean all = names != null;
    CautionState.@Nullable InForce inForce = c.state() instanceof CautionState.InForce s ? s : null;
    return new CautionJson(
        c.id().value(),
        c.place().value(),
        c.version(),
        said == null ? "other" : said.kind(),
        said == null ? "" : said.behaviour(),
        said == null ? "other" : said.source(),
        said == null || !all ? null : said.evidence(),
        said == null ? LocalDate.EPOCH : said.happenedOn(),
        state(c.state()),
        names == null ? null : names.nameOf(c.proposedBy()),
        c.proposedAt(),
        names == null || inForce == null ? null : names.nameOf(inForce.confirmedBy()),
        inForce == null ? null : inForce.since(),
        inForce == null ? null : inForce.reviewAt(),
        c.state().endsBy().orElse(null),
        c.told().letterSentOn(),
        all ? c.told().noLetterBecause() : null,
        c.told().reply(),
        c.told().repliedOn(),
        all ? c.because() : null,
        said == null || !all ? List.of() : WordHint.in(said.behaviour()));
  }

  private static String state(CautionState state) {
    return switch (state) {
      case CautionState.Proposed _ -> "proposed";
      case CautionState.InForce _ -> "in-force";
      case CautionState.Ended _ -> "ended";
    };
  }
}
