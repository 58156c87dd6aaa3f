import { useCallback, useId, useMemo, useState } from 'react';
import {
  Button,
  Heading,
  TextField,
  useEvery,
  useLanguage,
  useLoaded,
  useSharedText,
} from '../../../shared/src/components';
import type { WorkplaceCard } from '../../../shared/src/api/types';
import { shiftAt } from '../core/workplace';
import { keptCard, readCard } from '../shell/workplace-cards';
import { go, useAct, useApp, useText } from './app-context';
import { isUnknown, LoadFault, Loading } from './LoadFault';
import { useKept } from './use-kept';
import { usePreparationLine } from './use-preparation';
import { WorkplaceDrill } from './WorkplaceDrill';
import './call-buttons.css';
import './visits.css';
import './workplace.css';

const AGAIN_MS = 5000;

/** The place whose code was scanned: what to do there in danger, and what one starts there. */
export function Workplace({ workplaceId }: { readonly workplaceId: string }) {
  const { shell } = useApp();
  const { workplaces: t, panic, start } = useText();
  const shared = useSharedText();
  const [said, say] = useState('');
  const on = useMemo(() => keptCard(workplaceId), [workplaceId]);
  const ask = useCallback(() => readCard(shell.api, workplaceId), [shell, workplaceId]);
  const known = useKept(ask, on);
  // A drill that goes on may be ended elsewhere, or overtaken.
  useEvery(AGAIN_MS, known.again);
  const { value: card, failed, waiting } = known;
  if (card === null || isUnknown(known)) {
    return (
      <>
        <Heading level={1}>{t.here}</Heading>
        <Loading of={known} loading={t.loading} missing={t.missing} unknown={t.notFound} />
        {failed === null ? null : <Button onClick={() => go('start')}>{start.title}</Button>}
        <Button look="quiet" onClick={() => go('home')}>
          {shared.back}
        </Button>
      </>
    );
  }
  const isOnline = !waiting && failed === null;
  const drill = <WorkplaceDrill card={card} online={isOnline} onChanged={known.again} say={say} />;
  return (
    <>
      <Heading level={1} focusOnShow>
        {card.name}
      </Heading>
      {card.address === null ? null : <p className="utrecht-paragraph">{card.address}</p>}
      <LoadFault of={known} missing={t.missing} />
      <p role="status" className="aw-said">
        {said}
      </p>
      {card.drill === null ? null : drill}
      <a className="aw-calls__call aw-calls__call--danger" href="tel:112">
        {panic.call112}
      </a>
      <p className="utrecht-paragraph">{t.help}</p>
      <Here card={card} />
      {card.drill === null ? drill : null}
      <StartShift card={card} />
      <Button onClick={() => go('signal', card.id)}>{t.signal}</Button>
      <Button look="quiet" onClick={() => go('home')}>
        {shared.back}
      </Button>
    </>
  );
}

function Here({ card }: { readonly card: WorkplaceCard }) {
  const { workplaces: t } = useText();
  const { language } = useLanguage();
  const rows: readonly (readonly [string, string | null])[] = [
    [t.wayOut, card.wayOut],
    [t.safeRoom, card.safeRoom],
    [t.firstAid, card.firstAid],
    [t.alarmMeans, card.alarmMeans],
    [t.howHelpGetsIn, card.howHelpGetsIn],
    [t.coverage, card.coverage],
    [t.spot, card.spot],
  ];
  const known = rows.filter(([, value]) => value !== null);
  const when = (moment: string) =>
    new Date(moment).toLocaleString(language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
      timeZone: 'Europe/Amsterdam',
    });
  return (
    <>
      <Heading level={2}>{t.here}</Heading>
      {known.length === 0 ? <p className="utrecht-paragraph">{t.nothingKnown}</p> : null}
      <dl className="aw-place-facts">
        {known.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {card.responseMinutes === null ? null : (
        <p className="utrecht-paragraph">{t.response(card.responseMinutes)}</p>
      )}
      {card.measured === null ? null : (
        <p className="utrecht-paragraph">
          {t.measured(Math.max(1, Math.round(card.measured.medianSeconds / 60)))}
        </p>
      )}
      {card.plannedDrills.map((moment) => (
        <p key={moment} className="utrecht-paragraph">
          {t.planned(when(moment))}
        </p>
      ))}
    </>
  );
}

function StartShift({ card }: { readonly card: WorkplaceCard }) {
  const { shell, shown } = useApp();
  const { workplaces: t } = useText();
  const act = useAct();
  const [companion, setCompanion] = useState('');
  const [missing, setMissing] = useState(false);
  const { watch, me } = shown.phone;
  if (me?.roles.includes('worker') !== true) return null;
  if (watch !== null && watch.state !== 'closed') {
    return <p className="utrecht-paragraph">{t.watched}</p>;
  }
  const start = () => {
    const alone = card.withColleague && companion.trim() === '';
    setMissing(alone);
    if (alone) return;
    act({ kind: 'start', watchId: shell.newWatchId(), watch: shiftAt(card, companion) });
    go('home');
  };
  return (
    <>
      {card.withColleague ? (
        <CompanionField
          value={companion}
          error={missing ? t.companionMissing : null}
          onChange={setCompanion}
        />
      ) : null}
      <Button look="primary" large onClick={start}>
        {t.start}
      </Button>
    </>
  );
}

interface CompanionFieldProps {
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (name: string) => void;
}

/** Colleagues are offered while one types; anybody else can be typed, also without a network. */
function CompanionField({ value, error, onChange }: CompanionFieldProps) {
  const { workplaces: t } = useText();
  const names = useId();
  const colleagues = useLoaded(usePreparationLine().colleagues).value?.items ?? [];
  return (
    <>
      <TextField
        label={t.companion}
        hint={t.companionHint}
        error={error}
        autoComplete="off"
        maxLength={120}
        list={names}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={names}>
        {colleagues.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </>
  );
}
