package nl.achterwacht.print;

import java.io.IOException;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.jspecify.annotations.Nullable;

/** What is read aloud of a PDF: one tree, though each part is laid out with a tree of its own. */
final class Tags {
  private @Nullable PDStructureTreeRoot tree;
  private final COSArray owners = new COSArray();
  private int next;

  /** Takes the tree of the part that begins on page {@code from} out of the document. */
  void take(PDDocument document, int from) throws IOException {
    PDStructureTreeRoot part = document.getDocumentCatalog().getStructureTreeRoot();
    document.getDocumentCatalog().setStructureTreeRoot(null);
    COSArray numbered =
        Objects.requireNonNull(part.getParentTree().getCOSObject().getCOSArray(COSName.NUMS));
    for (int n = 0; n < numbered.size(); n += 2) {
      owners.add(COSInteger.get(numbered.getInt(n) + next));
      owners.add(numbered.get(n + 1));
    }
    for (int n = from; n < document.getNumberOfPages(); n++) {
      PDPage page = document.getPage(n);
      page.setStructParents(page.getStructParents() + next);
      for (PDAnnotation link : page.getAnnotations()) {
        link.setStructParent(link.getStructParent() + next);
      }
    }
    next += part.getParentTreeNextKey();
    if (tree == null) {
      tree = part;
    } else {
      PDStructureElement whole = root(tree);
      for (Object kid : root(part).getKids()) {
        PDStructureElement element = (PDStructureElement) kid;
        element.setParent(whole);
        whole.appendKid(element);
      }
    }
  }

  void putBack(PDDocument document) {
    PDStructureTreeRoot whole = Objects.requireNonNull(tree);
    whole.getParentTree().getCOSObject().setItem(COSName.NUMS, owners);
    whole.setParentTreeNextKey(next);
    document.getDocumentCatalog().setStructureTreeRoot(whole);
  }

  private static PDStructureElement root(PDStructureTreeRoot tree) {
    return (PDStructureElement) tree.getKids().getFirst();
  }
}
