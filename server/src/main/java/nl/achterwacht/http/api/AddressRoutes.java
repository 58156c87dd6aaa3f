package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.util.List;
import java.util.Optional;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.place.Address;
import nl.achterwacht.place.lookup.Locatieserver;
import nl.achterwacht.place.lookup.Lookup;
import nl.achterwacht.place.lookup.Suggestion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Addresses of the public register, while somebody types one. Asked by POST: an address that is
 * visited does not belong in a log of web addresses. Stores nothing.
 */
@Controller
public final class AddressRoutes {
  private static final int SUGGESTIONS = 8;

  private final Locatieserver register;

  public AddressRoutes(Locatieserver register) {
    this.register = register;
  }

  record AddressSearch(String text) {}

  record FoundJson(boolean available, List<Suggestion> items) {}

  record AddressLookup(String id) {}

  record LookedUpJson(boolean available, @Nullable AddressJson address) {}

  @PostMapping(BASE + "/address-searches")
  Answer search(Received in) {
    return Answer.created(
        switch (register.suggest(in.body(AddressSearch.class).text(), SUGGESTIONS)) {
          case Lookup.Found<List<Suggestion>>(var items) -> new FoundJson(true, items);
          case Lookup.SwitchedOff<List<Suggestion>> _, Lookup.Away<List<Suggestion>> _ ->
              new FoundJson(false, List.of());
        });
  }

  @PostMapping(BASE + "/address-lookups")
  Answer lookUp(Received in) {
    return Answer.created(
        switch (register.lookUp(in.body(AddressLookup.class).id())) {
          case Lookup.Found<Optional<Address>>(var address) ->
              new LookedUpJson(true, address.map(AddressJson::of).orElse(null));
          case Lookup.SwitchedOff<Optional<Address>> _, Lookup.Away<Optional<Address>> _ ->
              new LookedUpJson(false, null);
        });
  }
}
