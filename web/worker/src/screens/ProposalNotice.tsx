import { Alert, Button, type AlertTone } from '../../../shared/src/components';
import { useText } from './app-context';
import { useWhen } from './use-when';
import type { Decisions, Notice } from './use-decisions';

interface ProposalNoticeProps {
  readonly decisions: Decisions;
  readonly onUndone: () => Promise<void>;
}

/** What was just done, and how to take it back. */
export function ProposalNotice({ decisions, onUndone }: ProposalNoticeProps) {
  const { notice, progress, undo } = decisions;
  const text = useText();
  const say = useSay();
  const undoWords =
    notice?.kind === 'cancelled'
      ? text.calendars.proposals.again
      : notice?.kind === 'planned' || notice?.kind === 'dismissed'
        ? text.calendars.proposals.undo
        : null;
  return (
    <div className="aw-calendars__notice" role="status">
      {progress === null ? null : (
        <Alert tone="info">
          <p className="utrecht-paragraph">
            {text.calendars.proposals.busy(progress.done, progress.total)}
          </p>
        </Alert>
      )}
      {notice === null || progress !== null ? null : (
        <Alert tone={toneOf(notice)}>
          <p className="utrecht-paragraph">{say(notice)}</p>
          {undoWords === null ? null : (
            <Button onClick={() => void undo().then(onUndone)}>{undoWords}</Button>
          )}
        </Alert>
      )}
    </div>
  );
}

function toneOf({ kind }: Notice): AlertTone {
  if (kind === 'not-done' || kind === 'not-sent' || kind === 'all-stopped') return 'error';
  return kind === 'gone' ? 'warning' : 'ok';
}

function useSay(): (notice: Notice) => string {
  const text = useText();
  const when = useWhen();
  const { proposals, notDone, notSent } = text.calendars;
  return (notice) => {
    switch (notice.kind) {
      case 'planned':
      case 'cancelled':
      case 'restored':
      case 'dismissed':
      case 'kept':
        return proposals[notice.kind](when(notice.proposal));
      case 'all':
        return proposals.allDone(notice.done);
      case 'all-stopped':
        return proposals.allStopped(notice.done, notice.total);
      case 'gone':
        return proposals.gone;
      case 'not-done':
        return notDone;
      case 'not-sent':
        return notSent;
    }
  };
}
