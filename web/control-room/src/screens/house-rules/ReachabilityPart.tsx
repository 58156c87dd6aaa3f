import { useCallback, useMemo, useState } from 'react';
import {
  Button,
  Heading,
  SelectField,
  useAnnounce,
  useLanguage,
  useLoaded,
} from '../../../../shared/src/components';
import type { Person, ReachabilityAgreement } from '../../../../shared/src/api/types';
import { sayDay, wallAt } from '../../../../shared/src/core/local-day';
import { sayNumber } from '../../core/say-number';
import { reachApi } from '../../shell/reach-api';
import { Loading } from '../LoadFault';
import { useSeat } from '../room-context';
import { byName, usePeople } from '../use-colleagues';
import { EndReachDialog } from './EndReachDialog';
import { ReachDialog } from './ReachDialog';
import { useHouseRulesTexts } from './use-house-rules';

const NOBODY = '';

/** Whom each worker can reach outside office hours: agreed and called off for them by who plans. */
export function ReachabilityPart() {
  const t = useHouseRulesTexts();
  const loaded = usePeople();
  const people = useMemo(() => loaded.value?.items.toSorted(byName), [loaded.value]);
  const [workerId, setWorkerId] = useState(NOBODY);
  const workers = people?.filter(({ roles }) => roles.includes('worker')) ?? [];
  const worker = workers.find(({ id }) => id === workerId);
  if (people === undefined) {
    return <Loading of={loaded} />;
  }
  if (workers.length === 0) {
    return <p className="utrecht-paragraph aw-quiet">{t.reach.noWorkers}</p>;
  }
  return (
    <>
      <SelectField
        label={t.reach.worker}
        choices={[
          ...(worker === undefined ? [{ value: NOBODY, label: t.reach.chooseWorker }] : []),
          ...workers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={workerId}
        onChange={setWorkerId}
      />
      {worker === undefined ? null : <OfWorker key={worker.id} worker={worker} people={people} />}
    </>
  );
}

interface OfWorkerProps {
  readonly worker: Person;
  readonly people: readonly Person[];
}

function OfWorker({ worker, people }: OfWorkerProps) {
  const t = useHouseRulesTexts();
  const { api } = useSeat();
  const announce = useAnnounce();
  const loaded = useLoaded(useCallback(() => reachApi(api).of(worker.id), [api, worker.id]));
  const agreements = loaded.value?.items ?? null;
  const [agreeing, setAgreeing] = useState(false);
  const [ending, setEnding] = useState<ReachabilityAgreement | null>(null);
  const [said, setSaid] = useState('');
  const done = async (words: string): Promise<void> => {
    setAgreeing(false);
    setEnding(null);
    setSaid(words);
    announce(words);
    await loaded.again();
  };
  return (
    <section className="aw-stack">
      <Heading level={3}>{t.reach.agreements(worker.name)}</Heading>
      <Loading of={loaded} />
      {said === '' ? null : <p className="aw-rules__standing">{said}</p>}
      {agreements === null ? null : agreements.length === 0 ? (
        <p className="utrecht-paragraph aw-quiet">{t.reach.none}</p>
      ) : (
        <ul className="aw-rules__list">
          {agreements.map((agreement) => (
            <Agreed key={agreement.id} agreement={agreement} onEnd={() => setEnding(agreement)} />
          ))}
        </ul>
      )}
      <div className="aw-row">
        <Button look="primary" onClick={() => setAgreeing(true)}>
          {t.reach.add}
        </Button>
      </div>
      {agreeing ? (
        <ReachDialog
          worker={worker}
          people={people}
          onAgreed={(agreement) => void done(t.reach.agreed(agreement.contactName))}
          onClose={() => setAgreeing(false)}
        />
      ) : null}
      {ending === null ? null : (
        <EndReachDialog
          agreement={ending}
          onEnded={() => void done(t.reach.ended(ending.contactName))}
          onClose={() => setEnding(null)}
        />
      )}
    </section>
  );
}

interface AgreedProps {
  readonly agreement: ReachabilityAgreement;
  readonly onEnd: () => void;
}

function Agreed({ agreement, onEnd }: AgreedProps) {
  const t = useHouseRulesTexts();
  const { language } = useLanguage();
  const from = wallAt(Date.parse(agreement.from));
  const until = wallAt(Date.parse(agreement.until));
  const { contactName, phone, ownWatch } = agreement;
  return (
    <li className="aw-rules__item">
      <div className="aw-rules__words">
        <strong>
          {t.reach.between(sayDay(from.day, language, 'long'), from.time, until.time)}
        </strong>
        <span>{t.reach.contact(contactName, sayNumber(phone))}</span>
        <span className="aw-quiet">{ownWatch ? t.reach.ownWatch : t.reach.ofVisit}</span>
      </div>
      <div className="aw-rules__acts">
        <Button look="quiet" aria-label={t.list.of(t.reach.end, contactName)} onClick={onEnd}>
          {t.reach.end}
        </Button>
      </div>
    </li>
  );
}
