import { Alert, Button } from '../../../shared/src/components';
import { useTexts } from './room-context';

interface FaultLineProps {
  readonly act: {
    readonly fault: string | null;
    readonly canRetry: boolean;
    readonly busy: boolean;
    readonly retry?: () => Promise<unknown>;
  };
}

/** What went wrong with an act, read out at once, with the same act one press away. */
export function FaultLine({ act }: FaultLineProps) {
  const t = useTexts();
  const { retry } = act;
  if (act.fault === null) {
    return null;
  }
  return (
    <Alert tone="error" urgent>
      <p className="utrecht-paragraph">{act.fault}</p>
      {act.canRetry && retry !== undefined ? (
        <Button busy={act.busy} onClick={() => void retry()}>
          {t.faults.retry}
        </Button>
      ) : null}
    </Alert>
  );
}
