import { Alert, Button, Dialog } from '../../../../shared/src/components';
import { hashOf } from '../../core/route';
import { useHouseRulesTexts, useUnloadWarning, useUnsaved } from './use-house-rules';

/** On every other page: something is not saved, and how to get back to it. An alarm never waits for it. */
export function UnsavedElsewhere({ isHere }: { readonly isHere: boolean }) {
  const t = useHouseRulesTexts();
  const unsaved = useUnsaved();
  useUnloadWarning(unsaved);
  return unsaved && !isHere ? (
    <Alert tone="warning">
      <p className="utrecht-paragraph">
        {t.away.unsaved}{' '}
        <a className="utrecht-link" href={hashOf({ page: 'house-rules', part: 'cards' })}>
          {t.away.back}
        </a>
      </p>
    </Alert>
  ) : null;
}

interface SignOutDialogProps {
  readonly onLeave: () => void;
  readonly onStay: () => void;
}

/** To sign out would lose it: asked first. */
export function SignOutDialog({ onLeave, onStay }: SignOutDialogProps) {
  const t = useHouseRulesTexts();
  return (
    <Dialog title={t.away.title} onClose={onStay}>
      <p className="utrecht-paragraph">{t.away.text}</p>
      <div className="aw-row">
        <Button look="primary" onClick={onStay}>
          {t.away.stay}
        </Button>
        <Button onClick={onLeave}>{t.away.leave}</Button>
      </div>
    </Dialog>
  );
}
