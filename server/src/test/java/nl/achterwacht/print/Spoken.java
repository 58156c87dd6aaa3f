package nl.achterwacht.print;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.jspecify.annotations.Nullable;

/** What a reader reads aloud of a PDF: its elements from the top, each told from where it hangs. */
final class Spoken {
  private final PDDocument document;
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<COSDictionary> elements = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Integer, COSBase> owners = new HashMap<>();

  Spoken(PDDocument document) {
    this.document = document;
    COSDictionary root = document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
    walk(root, root.getDictionaryObject(COSName.K));
    COSArray numbered =
        Objects.requireNonNull(
            Objects.requireNonNull(root.getCOSDictionary(COSName.PARENT_TREE))
                .getCOSArray(COSName.NUMS));
    for (int n = 0; n < numbered.size(); n += 2) {
      assertThat(owners.put(numbered.getInt(n), numbered.getObject(n + 1))).isNull();
    }
  }

  int count(String type) {
    return counts.getOrDefault(type, 0);
  }

  /** Each text and each link on a page has an element that is reached from the top. */
  void assertThatAllOnThePagesIsIn() throws IOException {
    int numbers = 0;
    for (PDPage page : document.getPages()) {
      numbers++;
      COSArray ofPage = (COSArray) Objects.requireNonNull(owners.get(page.getStructParents()));
      for (int n = 0; n < ofPage.size(); n++) {
        assertThat(elements).contains((COSDictionary) ofPage.getObject(n));
      }
      for (PDAnnotation link : page.getAnnotations()) {
        numbers++;
        assertThat(elements).contains((COSDictionary) owners.get(link.getStructParent()));
      }
      assertThat(textsOn(page)).isEqualTo(ofPage.size());
    }
    assertThat(owners).hasSize(numbers);
    assertThat(document.getDocumentCatalog().getStructureTreeRoot().getParentTreeNextKey())
        .isEqualTo(numbers);
  }

  private static long textsOn(PDPage page) throws IOException {
    try (InputStream drawn = page.getContents()) {
      return new String(drawn.readAllBytes(), ISO_8859_1)
          .lines()
          .filter(line -> line.contains("<</MCID "))
          .count();
    }
  }

  private void walk(COSDictionary parent, @Nullable COSBase kid) {
    COSBase found = kid instanceof COSObject reference ? reference.getObject() : kid;
    if (found instanceof COSArray several) {
      several.forEach(one -> walk(parent, one));
    } else if (found instanceof COSDictionary element && element.containsKey(COSName.S)) {
      assertThat(elements.add(element)).isTrue();
      assertThat(element.getCOSDictionary(COSName.P)).isSameAs(parent);
      counts.merge(element.getNameAsString(COSName.S), 1, Integer::sum);
      walk(element, element.getDictionaryObject(COSName.K));
    } else if (found != null) {
      assertThat(found).isInstanceOfAny(COSInteger.class, COSDictionary.class);
    }
  }
}
