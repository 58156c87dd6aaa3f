package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import nl.achterwacht.http.frame.Contract;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The contract itself, readable for everybody and from any page. */
@Controller
public final class DescriptionRoute {
  private final byte[] json;

  public DescriptionRoute(Contract contract) {
    this.json = contract.json();
  }

  @GetMapping(BASE + "/openapi.json")
  ResponseEntity<byte[]> description() {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header("Access-Control-Allow-Origin", "*")
        .body(json);
  }
}
