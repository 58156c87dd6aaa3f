import DmnModeler from 'dmn-js/lib/Modeler';
import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn.css';

/**
 * Cells are plain text to the editor. For FEEL by that name it opens a code editor, which brings
 * style sheets of its own that the content security policy refuses; our cells need none.
 */
const PLAIN = {
  options: [{ label: 'FEEL', value: 'plain' }],
  defaults: { editor: 'plain', inputCell: 'plain', outputCell: 'plain' },
};

/** Decision tables that can be edited in place. */
export interface DmnEditor {
  /** Shows the table of that id. */
  show(tableId: string): Promise<void>;
  /** The tables as they stand now. */
  xml(): Promise<string>;
  close(): void;
}

/** The editor leaves the header of its row numbers empty, which a screen reader cannot say. */
function nameRowNumbers(container: HTMLElement): void {
  for (const header of container.querySelectorAll('th.index-column')) {
    header.textContent ||= '#';
  }
}

/** Opens the editor in `container`; this file, with dmn-js, is loaded only when it is needed. */
export async function openDmnEditor(
  container: HTMLElement,
  dmn: string,
  tableId: string,
): Promise<DmnEditor> {
  const modeler = new DmnModeler({ container, common: { expressionLanguages: PLAIN } });
  await modeler.importXML(dmn, { open: false });
  const editor: DmnEditor = {
    show: async (id) => {
      const view = modeler.getViews().find((one) => one.id === id && one.type === 'decisionTable');
      if (view !== undefined) await modeler.open(view);
      nameRowNumbers(container);
    },
    xml: async () => (await modeler.saveXML({ format: true })).xml,
    close: () => modeler.destroy(),
  };
  await editor.show(tableId);
  return editor;
}
