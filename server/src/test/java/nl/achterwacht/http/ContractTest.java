package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import nl.achterwacht.http.frame.Contract;
import nl.achterwacht.http.frame.ContractCheck;
import nl.achterwacht.http.frame.Operation;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The contract and the routes are the same list. */
class ContractTest {
  private static final TestServer SERVER = TestServer.shared();
  private static final Contract CONTRACT = Contract.load();

  @Test
  void everyRouteIsInTheContractAndEveryOperationHasARoute() {
    var routes = new TreeSet<String>();
    SERVER
        .part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(mapping -> {
          for (String pattern : mapping.getPatternValues()) {
            if (pattern.startsWith(ContractCheck.BASE)) {
              String path = pattern.substring(ContractCheck.BASE.length());
              mapping
                  .getMethodsCondition()
                  .getMethods()
                  .forEach(method -> routes.add(method + " " + path));
            }
          }
        });
    var operations = new TreeSet<String>();
    CONTRACT.operations().forEach(o -> operations.add(o.method() + " " + o.path()));
    assertThat(routes).isEqualTo(operations);
  }

  @Test
  void onlyCallsForHelpAreNeverRefused() {
    assertThat(CONTRACT.operations().stream().filter(Operation::neverRefused).map(Operation::id))
        .containsExactlyInAnyOrder("signOfLife", "depart", "panicOnWatch", "panic");
  }

  @Test
  void everyOperationIsForSomebodySignedInExceptTheseFew() {
    assertThat(
            CONTRACT.operations().stream()
                .filter(operation -> !operation.needsSession())
                .map(Operation::id))
        .containsExactlyInAnyOrder(
            "signIn",
            "passkeySignInOptions",
            "passkeySignIn",
            "pushKey",
            "signOfLife",
            "depart",
            "panicOnWatch",
            "panic",
            "assurance",
            "openapi");
  }

  /** Sent again because no answer came, an act counts once; these few ask, or leave the same. */
  @Test
  void everyActTakesAKey() {
    assertThat(
            CONTRACT.operations().stream()
                .filter(operation -> !operation.method().equals("GET"))
                .filter(operation ->
                    operation.parameters().stream()
                        .noneMatch(parameter -> parameter.name().equals("Idempotency-Key")))
                .map(Operation::id))
        .containsExactlyInAnyOrder(
            "signIn",
            "signOut",
            "passkeySignInOptions",
            "passkeySignIn",
            "passkeyOptions",
            "addPasskey",
            "setCodes",
            "proveContact",
            "checkPlate",
            "checkVisit",
            "searchAddresses",
            "lookUpAddress",
            "searchPlaces",
            "searchNeighbourhood",
            "loadNeighbourhoodBoundaries",
            "previewLetterTemplate",
            "tryOutPolicy");
  }
}
