import type { ApiAnswer } from '../../../../shared/src/api/answer';
import { Alert, Button } from '../../../../shared/src/components';
import { isUnsaved, type Sheet } from '../../core/sheet';
import type { SheetView } from '../../shell/sheet-line';
import type { Texts } from '../../text';
import type { HouseRulesTexts } from '../../text/house-rules';
import { useTexts } from '../room-context';
import { faultText } from '../use-act';
import { useHouseRulesTexts } from './use-house-rules';

interface SaveBarProps<T> {
  readonly sheet: Sheet<T>;
  readonly view: SheetView<T>;
  /** What was just taken out. */
  readonly said: string;
  /** Why it cannot be saved as it is. */
  readonly fault: string | null;
  readonly undoId: string;
  readonly onSave: () => void;
  readonly onUndo: () => void;
  readonly onDiscard: () => void;
}

/** How far it is, and what can be done with it: always in sight. */
export function SaveBar<T>(props: SaveBarProps<T>) {
  const { sheet, view, said, fault, undoId, onSave, onUndo, onDiscard } = props;
  const t = useHouseRulesTexts();
  const texts = useTexts();
  const unsaved = isUnsaved(sheet);
  const canUndo = sheet.undo !== null;
  const wrong = fault ?? (view.failed === null ? null : saveFault(view.failed, t, texts));
  return (
    <div className="aw-rules__bar">
      {wrong === null ? null : (
        <Alert tone="error" urgent>
          <p className="utrecht-paragraph">{wrong}</p>
        </Alert>
      )}
      <p className="aw-rules__standing">
        {canUndo ? `${said} ` : ''}
        {unsaved ? t.save.unsaved : view.isDone && !canUndo ? t.save.saved : ''}
      </p>
      <div className="aw-row">
        <Button look="primary" busy={view.busy} onClick={onSave}>
          {view.busy ? texts.app.working : t.save.save}
        </Button>
        {canUndo ? (
          <Button id={undoId} onClick={onUndo}>
            {t.list.undo}
          </Button>
        ) : null}
        {unsaved ? (
          <Button look="quiet" onClick={onDiscard}>
            {t.save.discard}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function saveFault(answer: ApiAnswer<unknown>, t: HouseRulesTexts, texts: Texts): string {
  const isRefused = answer.kind === 'problem' && answer.status === 400;
  return isRefused ? t.save.refused : faultText(answer, texts);
}
