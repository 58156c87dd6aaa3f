import type { ReactNode } from 'react';
import { Alert, Button, Dialog } from '../../../../shared/src/components';
import { useTexts } from '../room-context';

interface DialogFormProps {
  readonly title: string;
  readonly submit: string;
  readonly busy: boolean;
  /** A fault that belongs to none of the fields. */
  readonly fault: string | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A few questions about one measure, with a way out. */
export function DialogForm(props: DialogFormProps) {
  const { title, submit, busy, fault, onSubmit, onClose, children } = props;
  const { app } = useTexts();
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="aw-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        {fault === null ? null : (
          <Alert tone="error" urgent>
            <p className="utrecht-paragraph">{fault}</p>
          </Alert>
        )}
        <div className="aw-row">
          <Button look="primary" type="submit" busy={busy}>
            {busy ? app.working : submit}
          </Button>
          <Button onClick={onClose}>{app.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
