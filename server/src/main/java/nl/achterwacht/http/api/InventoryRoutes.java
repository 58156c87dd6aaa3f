package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.api.WorkplaceInventory.Entry;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.people.Organisation;
import nl.achterwacht.print.Page;
import nl.achterwacht.print.Table;
import nl.achterwacht.workplace.Workplace;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The inventory of lone workplaces on paper or in a workbook, for the RI&E and who decides. */
@Controller
public final class InventoryRoutes {
  private final WorkplaceDoors doors;
  private final WorkplaceSight sight;

  public InventoryRoutes(WorkplaceDoors doors) {
    this.doors = doors;
    this.sight = new WorkplaceSight(doors);
  }

  @GetMapping(BASE + "/workplace-inventory")
  Answer inventory(Received in) {
    boolean asTable = in.query("format").orElse("pdf").equals("xlsx");
    Caller caller = in.caller();
    String language = caller.language();
    LocalDate today = LocalDate.ofInstant(doors.clock().instant(), WorkplaceSight.AMSTERDAM);
    var inventory = new WorkplaceInventory(doors, language, today);
    Read read =
        doors
            .acts()
            .atLeisure(
                in,
                tx ->
                    new Read(
                        inventory.entries(tx, caller.organisation(), inUse(tx, caller)),
                        organisation(tx, caller)));
    String name = (language.equals("nl") ? "werkplekken-" : "workplaces-") + today;
    if (asTable) {
      byte[] workbook = Table.xlsx(inventory.tables(read.entries()));
      return Answer.file(workbook, Table.XLSX, name + ".xlsx");
    }
    Map<String, Object> page = inventory.page(read.entries(), read.organisation());
    byte[] pdf = Page.pdfInParts("workplaces", language, page, "workplaces");
    return Answer.file(pdf, "application/pdf", name + ".pdf");
  }

  /** A thousand workplaces take the printer longer than a transaction may last. */
  private record Read(List<Entry> entries, String organisation) {}

  private List<Workplace> inUse(Tx tx, Caller caller) {
    return doors
        .workplaces()
        .list(tx, caller.organisation(), sight.onlyTeam(tx, caller), false, Slice.WHOLE);
  }

  private String organisation(Tx tx, Caller caller) {
    @Nullable Organisation known = doors.people().organisation(tx, caller.organisation());
    return known == null ? "" : known.name();
  }
}
