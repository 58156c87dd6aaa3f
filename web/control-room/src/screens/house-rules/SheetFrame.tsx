import { useEffect, useId, useState, type ReactNode } from 'react';
import { Button, useAnnounce } from '../../../../shared/src/components';
import type { Entry } from '../../core/differences';
import { isSame, isUnsaved, type Sheet } from '../../core/sheet';
import type { SheetLine, SheetView } from '../../shell/sheet-line';
import { Loading } from '../LoadFault';
import { MeanwhileAlert } from './MeanwhileAlert';
import { SaveBar } from './SaveBar';
import { StandardDialog } from './StandardDialog';
import { useHouseRulesTexts, useSheet } from './use-house-rules';

/** How what is shown can be changed. */
export interface Editing<T> {
  readonly draft: T;
  readonly canEdit: boolean;
  readonly change: (draft: T) => void;
  /** Takes something out, and says what; it can be put back. */
  readonly reduce: (draft: T, said: string) => void;
}

/** What came with the program: known here, or brought back by the server when it gets `by`. */
type Standard<T> = { readonly is: T } | { readonly by: T };

interface SheetFrameProps<T> {
  readonly line: SheetLine<T>;
  readonly canEdit: boolean;
  readonly entriesOf: (value: T) => readonly Entry[];
  readonly standard?: Standard<T>;
  /** Why this cannot be saved as it is; null when it can. */
  readonly faultOf?: (draft: T) => string | null;
  readonly children: (editing: Editing<T>, tried: boolean) => ReactNode;
}

/** Around everything that can be set: reading it, saving it, undoing, and who was first. */
export function SheetFrame<T>(props: SheetFrameProps<T>) {
  const { line } = props;
  const view = useSheet(line);
  const { sheet, failed } = view;
  if (sheet !== null) {
    return <Opened {...props} sheet={sheet} view={view} />;
  }
  const again = () => line.read();
  return <Loading of={{ value: null, failed, waiting: failed === null, again }} />;
}

interface OpenedProps<T> extends SheetFrameProps<T> {
  readonly sheet: Sheet<T>;
  readonly view: SheetView<T>;
}

function Opened<T>(props: OpenedProps<T>) {
  const { line, sheet, view, canEdit, entriesOf, standard, faultOf, children } = props;
  const t = useHouseRulesTexts();
  const announce = useAnnounce();
  const [said, setSaid] = useState('');
  const [tried, setTried] = useState(false);
  const undo = useFocusedUndo(sheet.undo !== null);
  const fault = faultOf?.(sheet.draft) ?? null;

  const tell = (words: string): void => {
    setSaid(words);
    announce(words);
    undo.wantFocus();
  };
  const reduce = (draft: T, words: string): void => {
    line.tell({ kind: 'reduced', draft });
    tell(words);
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (fault !== null) return;
    if (!isUnsaved(sheet) && sheet.meanwhile === null) {
      announce(t.save.nothing);
    } else if (await line.save()) {
      setTried(false);
      announce(t.save.saved);
    }
  };
  const takeOver = (): void => {
    line.tell({ kind: 'replaced', value: sheet.saved });
    tell(t.meanwhile.takenOver);
  };
  const change = (draft: T): void => line.tell({ kind: 'changed', draft });

  return (
    <>
      {sheet.meanwhile === null ? null : (
        <MeanwhileAlert
          before={entriesOf(sheet.meanwhile.before)}
          now={entriesOf(sheet.meanwhile.now)}
          onTakeOver={takeOver}
        />
      )}
      {children({ draft: sheet.draft, canEdit, change, reduce }, tried)}
      {!canEdit || standard === undefined ? null : (
        <BackToStandard
          draft={sheet.draft}
          standard={standard}
          onPut={(is) => reduce(is, t.save.standardPut)}
          onAsked={(by) =>
            void line.replaceBy(by).then((done) => (done ? tell(t.save.standardDone) : undefined))
          }
        />
      )}
      {canEdit ? (
        <SaveBar
          sheet={sheet}
          view={view}
          said={said}
          fault={tried ? fault : null}
          undoId={undo.id}
          onSave={() => void save()}
          onUndo={() => {
            line.tell({ kind: 'undone' });
            announce(t.list.undone);
            undo.leave();
          }}
          onDiscard={() => reduce(sheet.saved, t.save.discarded)}
        />
      ) : null}
    </>
  );
}

interface BackToStandardProps<T> {
  readonly draft: T;
  readonly standard: Standard<T>;
  readonly onPut: (is: T) => void;
  readonly onAsked: (by: T) => void;
}

function BackToStandard<T>({ draft, standard, onPut, onAsked }: BackToStandardProps<T>) {
  const t = useHouseRulesTexts();
  const [asking, setAsking] = useState(false);
  if ('is' in standard && isSame(standard.is, draft)) return null;
  return (
    <div className="aw-row">
      <Button
        look="quiet"
        onClick={() => ('is' in standard ? onPut(standard.is) : setAsking(true))}
      >
        {t.save.standard}
      </Button>
      {asking && 'by' in standard ? (
        <StandardDialog
          onConfirm={() => {
            setAsking(false);
            onAsked(standard.by);
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  );
}

/** What was pressed is gone after it: the focus goes to the way back, and from there to the title. */
function useFocusedUndo(isThere: boolean) {
  const id = useId();
  const [wanted, setWanted] = useState(0);
  useEffect(() => {
    if (wanted > 0 && isThere) document.getElementById(id)?.focus();
  }, [id, wanted, isThere]);
  return {
    id,
    wantFocus: () => setWanted((times) => times + 1),
    leave: () => document.querySelector<HTMLElement>('.aw-rules__title')?.focus(),
  };
}
