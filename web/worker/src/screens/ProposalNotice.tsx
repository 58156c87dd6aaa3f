import type { Visit } from '../../../shared/src/api/types';
import { Alert, Button, type AlertTone } from '../../../shared/src/components';
import { alikeOf, plainOnes } from '../core/calendar';
import { useApp, useText } from './app-context';
import type { Decisions, Notice } from './use-decisions';
import { useWhen } from './use-when';

interface ProposalNoticeProps {
  readonly decisions: Decisions;
  readonly visits: readonly Visit[];
  readonly onChanged: () => Promise<void>;
}

/** What was just done, how to take it back, and whether the same goes for others. */
export function ProposalNotice(props: ProposalNoticeProps) {
  const { notice, progress } = props.decisions;
  const text = useText();
  const say = useSay();
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
          <Undo {...props} notice={notice} />
          <Alike {...props} notice={notice} />
        </Alert>
      )}
    </div>
  );
}

interface PartProps extends ProposalNoticeProps {
  readonly notice: Notice;
}

function Undo({ decisions, notice, onChanged }: PartProps) {
  const { proposals: text } = useText().calendars;
  const isLast = notice.kind === 'planned' || notice.kind === 'dismissed';
  if (!isLast && notice.kind !== 'cancelled') return null;
  return (
    <Button onClick={() => void decisions.undo().then(onChanged)}>
      {isLast ? text.undo : text.again}
    </Button>
  );
}

/** The answer may go for whatever is called the same; nobody guesses, it is asked. */
function Alike({ decisions, notice, visits, onChanged }: PartProps) {
  const { settings } = useApp();
  const { proposals: text } = useText().calendars;
  const [about] =
    notice.kind === 'planned'
      ? [notice.proposal]
      : notice.kind === 'dismissed'
        ? notice.proposals
        : [];
  if (about === undefined || about.title === null || settings.discreet) return null;
  const alike = alikeOf(about, decisions.open);
  const wanted = notice.kind === 'planned' ? plainOnes(alike, visits) : alike;
  if (wanted.length === 0) return null;
  return notice.kind === 'planned' ? (
    <Button onClick={() => void decisions.acceptAll(wanted).then(onChanged)}>
      {text.alikeYes(wanted.length, about.title)}
    </Button>
  ) : (
    <Button onClick={() => decisions.dismiss(wanted)}>
      {text.alikeNo(wanted.length, about.title)}
    </Button>
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
        return proposals[notice.kind](when(notice.proposal));
      case 'dismissed':
      case 'kept': {
        const [first, ...others] = notice.proposals;
        return first === undefined || others.length > 0
          ? proposals[`${notice.kind}All`](notice.proposals.length)
          : proposals[notice.kind](when(first));
      }
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
