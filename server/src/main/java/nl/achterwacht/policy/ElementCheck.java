package nl.achterwacht.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Holds a file to the part of DMN that a policy uses: decision tables, in FEEL. Whatever else DMN
 * knows (scripts, functions, imports, other engines' own additions) is not looked at more closely
 * but refused. Drawings of a diagram are let through; nothing reads them.
 */
final class ElementCheck {
  static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

  private static final Set<String> ELEMENTS =
      Set.of(
          "definitions",
          "description",
          "decision",
          "variable",
          "question",
          "allowedAnswers",
          "decisionTable",
          "input",
          "inputExpression",
          "inputValues",
          "output",
          "outputValues",
          "annotation",
          "rule",
          "inputEntry",
          "outputEntry",
          "annotationEntry",
          "text");
  private static final Set<String> DRAWINGS =
      Set.of(
          "https://www.omg.org/spec/DMN/20191111/DMNDI/",
          "http://www.omg.org/spec/DMN/20180521/DC/",
          "http://www.omg.org/spec/DMN/20180521/DI/");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "id",
          "name",
          "label",
          "namespace",
          "typeRef",
          "hitPolicy",
          "preferredOrientation",
          "outputLabel",
          "exporter",
          "exporterVersion",
          "expressionLanguage");
  private static final Set<String> FEEL =
      Set.of("feel", "FEEL", "https://www.omg.org/spec/DMN/20191111/FEEL/");
  // Widths of columns in the editor.
  private static final String EDITOR = "http://bpmn.io/schema/dmn/biodi/2.0";
  private static final Set<String> TYPES = Set.of("string", "boolean", "integer", "number");

  private final List<Fault> faults;

  ElementCheck(List<Fault> faults) {
    this.faults = faults;
  }

  /** Looks at {@code element} and all that is in it. */
  void look(Element element) {
    if (DRAWINGS.contains(String.valueOf(element.getNamespaceURI()))) {
      return;
    }
    if (!DMN.equals(element.getNamespaceURI()) || !ELEMENTS.contains(element.getLocalName())) {
      faults.add(Fault.file("element", element.getNodeName()));
      return;
    }
    var attributes = element.getAttributes();
    IntStream.range(0, attributes.getLength())
        .mapToObj(attributes::item)
        .forEach(attribute -> look((Attr) attribute));
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        look(inner);
      }
    }
  }

  private void look(Attr attribute) {
    String namespace = attribute.getNamespaceURI();
    if ("http://www.w3.org/2000/xmlns/".equals(namespace) || EDITOR.equals(namespace)) {
      return;
    }
    String name = attribute.getName();
    if (namespace != null || !ATTRIBUTES.contains(name)) {
      faults.add(Fault.file("attribute", name));
    } else if (name.equals("expressionLanguage") && !FEEL.contains(attribute.getValue())) {
      faults.add(Fault.file("script", attribute.getValue()));
    } else if (name.equals("typeRef") && !TYPES.contains(attribute.getValue())) {
      faults.add(Fault.file("type", attribute.getValue()));
    }
  }
}
