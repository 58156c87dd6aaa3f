import { useEffect, useId, useState, type ReactNode } from 'react';
import type { ApiAnswer } from '../../../../shared/src/api/answer';
import { Alert, Button, useAnnounce } from '../../../../shared/src/components';
import { isSame, isUnsaved, type Sheet } from '../../core/sheet';
import type { Entry } from '../../core/differences';
import type { SheetLine } from '../../shell/sheet-line';
import type { Texts } from '../../text';
import type { HouseRulesTexts } from '../../text/house-rules';
import { FaultLine } from '../FaultLine';
import { useTexts } from '../room-context';
import { faultText } from '../use-act';
import { MeanwhileAlert } from './MeanwhileAlert';
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

interface SheetFrameProps<T> {
  readonly line: SheetLine<T>;
  readonly canEdit: boolean;
  readonly entriesOf: (value: T) => readonly Entry[];
  /** What came with the program: known here, or brought back by the server when it gets `by`. */
  readonly standard?: { readonly is: T } | { readonly by: T };
  /** Why this cannot be saved as it is; null when it can. */
  readonly faultOf?: (draft: T) => string | null;
  readonly children: (editing: Editing<T>, tried: boolean) => ReactNode;
}

/** Around everything that can be set: reading it, saving it, undoing, and who was first. */
export function SheetFrame<T>(props: SheetFrameProps<T>) {
  const { line } = props;
  const t = useHouseRulesTexts();
  const texts = useTexts();
  const { sheet, failed } = useSheet(line);
  if (sheet !== null) {
    return <Opened {...props} sheet={sheet} />;
  }
  return failed === null ? (
    <p className="utrecht-paragraph">{t.loading}</p>
  ) : (
    <FaultLine
      act={{
        fault: faultText(failed, texts),
        canRetry: true,
        busy: false,
        retry: () => line.read(),
      }}
    />
  );
}

function Opened<T>(props: SheetFrameProps<T> & { readonly sheet: Sheet<T> }) {
  const { line, sheet, canEdit, entriesOf, standard, faultOf, children } = props;
  const t = useHouseRulesTexts();
  const texts = useTexts();
  const announce = useAnnounce();
  const { busy, failed, isDone } = useSheet(line);
  const [said, setSaid] = useState('');
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const undo = useFocusedUndo(sheet.undo !== null);
  const unsaved = isUnsaved(sheet);
  const fault = tried ? (faultOf?.(sheet.draft) ?? null) : null;

  const reduce = (draft: T, words: string): void => {
    line.tell({ kind: 'reduced', draft });
    setSaid(words);
    announce(words);
    undo.wantFocus();
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if ((faultOf?.(sheet.draft) ?? null) !== null) return;
    if (!unsaved && sheet.meanwhile === null) {
      announce(t.save.nothing);
      return;
    }
    if (await line.save()) {
      setTried(false);
      announce(t.save.saved);
    }
  };
  const bringStandard = async (by: T): Promise<void> => {
    setAsking(false);
    if (await line.replaceBy(by)) {
      setSaid(t.save.standardDone);
      announce(t.save.standardDone);
      undo.wantFocus();
    }
  };

  return (
    <>
      {sheet.meanwhile === null ? null : (
        <MeanwhileAlert
          before={entriesOf(sheet.meanwhile.before)}
          now={entriesOf(sheet.meanwhile.now)}
          onTakeOver={() => {
            line.tell({ kind: 'replaced', value: sheet.saved });
            setSaid(t.meanwhile.takenOver);
            undo.wantFocus();
          }}
        />
      )}
      {children(
        {
          draft: sheet.draft,
          canEdit,
          change: (draft) => line.tell({ kind: 'changed', draft }),
          reduce,
        },
        tried,
      )}
      {canEdit ? (
        <div className="aw-rules__bar">
          {fault === null && failed === null ? null : (
            <Alert tone="error" urgent>
              <p className="utrecht-paragraph">
                {fault ?? (failed === null ? '' : saveFault(failed, t, texts))}
              </p>
            </Alert>
          )}
          <p className="aw-rules__standing">
            {sheet.undo === null ? '' : `${said} `}
            {unsaved ? t.save.unsaved : isDone && sheet.undo === null ? t.save.saved : ''}
          </p>
          <div className="aw-row">
            <Button look="primary" busy={busy} onClick={() => void save()}>
              {busy ? texts.app.working : t.save.save}
            </Button>
            {sheet.undo === null ? null : (
              <Button
                id={undo.id}
                onClick={() => {
                  line.tell({ kind: 'undone' });
                  announce(t.list.undone);
                  undo.leave();
                }}
              >
                {t.list.undo}
              </Button>
            )}
            {unsaved ? (
              <Button look="quiet" onClick={() => reduce(sheet.saved, t.save.discarded)}>
                {t.save.discard}
              </Button>
            ) : null}
            {standard === undefined ||
            ('is' in standard && isSame(standard.is, sheet.draft)) ? null : (
              <Button
                look="quiet"
                onClick={() =>
                  'is' in standard ? reduce(standard.is, t.save.standardPut) : setAsking(true)
                }
              >
                {t.save.standard}
              </Button>
            )}
          </div>
        </div>
      ) : null}
      {asking && standard !== undefined && 'by' in standard ? (
        <StandardDialog
          onConfirm={() => void bringStandard(standard.by)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
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

function saveFault(answer: ApiAnswer<unknown>, t: HouseRulesTexts, texts: Texts): string {
  const isRefused = answer.kind === 'problem' && answer.status === 400;
  return isRefused ? t.save.refused : faultText(answer, texts);
}
