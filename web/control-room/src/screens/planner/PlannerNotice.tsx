import { useEffect } from 'react';
import { Alert, Button } from '../../../../shared/src/components';
import { usePlannerTexts } from './planner-words';

/** What just happened, and how to take it back. */
export interface Notice {
  readonly kind: 'done' | 'fault';
  readonly text: string;
  readonly undo?: { readonly label: string; readonly run: () => void };
}

/** As long as the server takes a cancellation back. */
const SHOWN_MS = 60_000;

interface PlannerNoticeProps {
  readonly notice: Notice | null;
  readonly onClose: () => void;
}

/** Stays a minute with what can be taken back; a fault stays until it is read. */
export function PlannerNotice({ notice, onClose }: PlannerNoticeProps) {
  const t = usePlannerTexts();
  useEffect(() => {
    if (notice === null || notice.kind === 'fault') return undefined;
    const timer = setTimeout(onClose, SHOWN_MS);
    return () => clearTimeout(timer);
    // A new notice gets a minute of its own; who closes it does not matter.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [notice]);
  if (notice === null) return null;
  const { undo } = notice;
  return (
    <div className="aw-planner__notice aw-no-print">
      <Alert tone={notice.kind === 'done' ? 'ok' : 'error'}>
        <div className="aw-planner__notice-line">
          <p className="utrecht-paragraph">{notice.text}</p>
          <div className="aw-row">
            {undo === undefined ? null : (
              <Button
                onClick={() => {
                  onClose();
                  undo.run();
                }}
              >
                {undo.label}
              </Button>
            )}
            <Button look="quiet" onClick={onClose}>
              {t.undo.close}
            </Button>
          </div>
        </div>
      </Alert>
    </div>
  );
}
