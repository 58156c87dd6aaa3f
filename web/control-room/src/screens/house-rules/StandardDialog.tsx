import { Button, Dialog } from '../../../../shared/src/components';
import { useTexts } from '../room-context';
import { useHouseRulesTexts } from './use-house-rules';

interface StandardDialogProps {
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** The standard comes back at once, on every phone: asked first. */
export function StandardDialog({ onConfirm, onClose }: StandardDialogProps) {
  const t = useHouseRulesTexts();
  const texts = useTexts();
  return (
    <Dialog title={t.save.standardTitle} onClose={onClose}>
      <p className="utrecht-paragraph">{t.save.standardText}</p>
      <div className="aw-row">
        <Button look="primary" onClick={onConfirm}>
          {t.save.standard}
        </Button>
        <Button onClick={onClose}>{texts.app.cancel}</Button>
      </div>
    </Dialog>
  );
}
