import { useCallback, useState } from 'react';
import type { LoneWorkplace } from '../../../../shared/src/api/parse-workplaces';
import { Alert, Button, Heading, useLoaded } from '../../../../shared/src/components';
import { mayKeepWorkplaces } from '../../core/rights';
import { hashOf } from '../../core/route';
import { Loading } from '../LoadFault';
import { useSeat } from '../room-context';
import { useTitle } from '../use-title';
import { AssessmentPart } from './AssessmentPart';
import { AttachmentsPart } from './AttachmentsPart';
import { EndDialog, ReviewDialog } from './EndingDialogs';
import { FactsPart } from './FactsPart';
import { HistoryPart } from './HistoryPart';
import { ResponsePart } from './ResponsePart';
import { useDay, useWorkplaceApi, useWorkplaceTexts, type Shown } from './use-workplaces';
import './workplaces.css';

/** All about one lone workplace. */
export default function WorkplacePage({ workplaceId }: { readonly workplaceId: string }) {
  const t = useWorkplaceTexts();
  const { me } = useSeat();
  const api = useWorkplaceApi();
  const read = useLoaded(useCallback(() => api.one(workplaceId), [api, workplaceId]));
  useTitle(read.value?.name ?? t.title);
  return (
    <div className="aw-workplaces">
      <a className="aw-workplaces__link" href={hashOf({ page: 'workplaces' })}>
        {t.page.back}
      </a>
      <Loading of={read} unknown={t.page.notFound} />
      {read.value === null ? null : (
        <Known
          workplace={read.value}
          mayChange={mayKeepWorkplaces(me.roles) && read.value.endedAt === null}
          onChanged={read.set}
          onTouched={() => void read.again()}
        />
      )}
    </div>
  );
}

function Known(shown: Shown) {
  const { workplace } = shown;
  // Each change reads the history again, which is below everything.
  const [touched, setTouched] = useState(0);
  const again = {
    ...shown,
    onChanged: (next: LoneWorkplace) => {
      shown.onChanged(next);
      setTouched((before) => before + 1);
    },
    onTouched: () => {
      shown.onTouched();
      setTouched((before) => before + 1);
    },
  };
  return (
    <>
      <Heading level={1} focusOnShow>
        {workplace.name}
      </Heading>
      <Standing {...again} />
      <ResponsePart workplace={workplace} />
      <AssessmentPart {...again} />
      <FactsPart part="work" {...again} />
      <FactsPart part="help" {...again} />
      <FactsPart part="care" {...again} />
      <AttachmentsPart {...again} />
      <HistoryPart key={touched} workplaceId={workplace.id} isOpen={touched > 0} />
    </>
  );
}

/** Whether it is in use, when it is looked at again, and the two acts that go with that. */
function Standing(shown: Shown) {
  const { workplace, mayChange, onChanged } = shown;
  const t = useWorkplaceTexts().page;
  const day = useDay();
  const [dialog, setDialog] = useState<'review' | 'end' | null>(null);
  const close = () => setDialog(null);
  const done = (next: LoneWorkplace) => {
    close();
    onChanged(next);
  };
  const due = workplace.review?.dueAt ?? null;
  return (
    <div className="aw-workplaces__standing">
      {workplace.endedAt === null ? null : (
        <Alert tone="info">
          <p className="utrecht-paragraph">
            {t.ended(workplace.endedByName ?? '', day(workplace.endedAt))} {workplace.endReason}
          </p>
        </Alert>
      )}
      {due === null ? null : (
        <p className="utrecht-paragraph">
          {t.reviewDue} <strong>{day(due)}</strong>
        </p>
      )}
      {mayChange ? (
        <div className="aw-row">
          <Button onClick={() => setDialog('review')}>{t.review}</Button>
          <Button look="quiet" onClick={() => setDialog('end')}>
            {t.end}
          </Button>
        </div>
      ) : null}
      {dialog === 'review' ? (
        <ReviewDialog workplace={workplace} onClose={close} onDone={done} />
      ) : null}
      {dialog === 'end' ? <EndDialog workplace={workplace} onClose={close} onDone={done} /> : null}
    </div>
  );
}
