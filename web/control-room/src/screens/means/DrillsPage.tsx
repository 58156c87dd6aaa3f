import { useState } from 'react';
import { Button, Heading, useLanguage, useLoaded } from '../../../../shared/src/components';
import type { Drill, DrillSummary } from '../../../../shared/src/api/types';
import { mayAnswerForOthers } from '../../core/rights';
import { DrillDialog } from '../board/DrillDialog';
import { Loading } from '../LoadFault';
import { dueText } from '../preparation/preparation-words';
import { useSeat } from '../room-context';
import { useTitle } from '../use-title';
import { DrillActDialog, type DrillChange } from './DrillActDialog';
import { DrillLine } from './DrillLine';
import { IsMore, LongList } from '../LongList';
import { tookText } from './drill-words';
import { MeansTabs } from './MeansTabs';
import { useMeansApi, useMeansTexts } from './use-means';
import './means.css';

/** What opens above the page. */
type Opened =
  | { readonly kind: 'start'; readonly at: DrillSummary }
  | { readonly kind: 'start-planned'; readonly drill: Drill }
  | { readonly kind: 'change'; readonly change: DrillChange };

/** What was agreed and what was measured, and the drills that measure it. */
export default function DrillsPage() {
  const t = useMeansTexts();
  const api = useMeansApi();
  const { me } = useSeat();
  const [opened, open] = useState<Opened | null>(null);
  const summaries = useLoaded(api.summaries);
  const drills = useLoaded(api.drills);
  useTitle(t.drills);
  const mayChange = mayAnswerForOthers(me.roles);
  const again = () => {
    open(null);
    void summaries.again();
    void drills.again();
  };
  const places = summaries.value?.items ?? null;
  return (
    <div className="aw-means">
      <MeansTabs current="drills" />
      <Heading level={1} focusOnShow>
        {t.drills}
      </Heading>
      <p className="utrecht-paragraph">{t.drill.intro}</p>
      <Heading level={2}>{t.drill.places}</Heading>
      <Loading of={summaries} />
      {places?.length === 0 ? <p className="utrecht-paragraph">{t.drill.noPlaces}</p> : null}
      <LongList className="aw-means__list" items={places ?? []}>
        {(place) => (
          <Place key={place.workplaceId} place={place} mayChange={mayChange} onOpen={open} />
        )}
      </LongList>
      <IsMore of={summaries.value} />
      <Heading level={2}>{t.drill.all}</Heading>
      <Loading of={drills} />
      {drills.value?.items.length === 0 ? (
        <p className="utrecht-paragraph">{t.drill.none}</p>
      ) : null}
      <LongList className="aw-means__list" items={drills.value?.items ?? []}>
        {(drill) => (
          <DrillLine
            key={drill.id}
            drill={drill}
            mayChange={mayChange}
            onStart={() => open({ kind: 'start-planned', drill })}
            onFinish={() => open({ kind: 'change', change: { kind: 'finish', drill } })}
            onDone={again}
          />
        )}
      </LongList>
      <IsMore of={drills.value} />
      <Open opened={opened} onClose={() => open(null)} onDone={again} />
    </div>
  );
}

interface OpenProps {
  readonly opened: Opened | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function Open({ opened, onClose, onDone }: OpenProps) {
  if (opened === null) return null;
  switch (opened.kind) {
    case 'start': {
      const { workplaceId, workplaceName } = opened.at;
      return <DrillDialog at={{ workplaceId, name: workplaceName }} onClose={onClose} />;
    }
    case 'start-planned': {
      const { id, workplaceId, workplaceName } = opened.drill;
      return workplaceId === null ? null : (
        <DrillDialog
          at={{ workplaceId, name: workplaceName ?? '' }}
          drillId={id}
          onClose={onClose}
        />
      );
    }
    case 'change':
      return <DrillActDialog change={opened.change} onClose={onClose} onDone={onDone} />;
  }
}

interface PlaceProps {
  readonly place: DrillSummary;
  readonly mayChange: boolean;
  readonly onOpen: (opened: Opened) => void;
}

function Place({ place, mayChange, onOpen }: PlaceProps) {
  const t = useMeansTexts();
  const { language } = useLanguage();
  const { room } = useSeat();
  const { measured, statedMinutes, dueAt, workplaceName: name } = place;
  const late = dueAt !== null && Date.parse(dueAt) <= room.serverNowMs();
  const wrong = late || place.gap === 'usually';
  return (
    <li className={wrong ? 'aw-means__one aw-means__one--wrong' : 'aw-means__one'}>
      <div className="aw-means__part">
        <strong>{name}</strong>
        {dueAt === null ? null : (
          <span className={late ? 'aw-means__wrong' : 'aw-quiet'}>
            {late ? t.drill.late(dueText(dueAt, language)) : t.drill.due(dueText(dueAt, language))}
          </span>
        )}
        <span className="aw-quiet">{t.drill.every(place.everyMonths)}</span>
      </div>
      <div className="aw-means__part">
        <span>
          {t.drill.stated}:{' '}
          {statedMinutes === null ? t.drill.notStated : t.drill.minutes(statedMinutes)}
        </span>
        <span>
          {t.drill.measured}:{' '}
          {measured === null
            ? t.drill.never
            : t.drill.middle(
                tookText(measured.medianSeconds, t),
                tookText(measured.worstSeconds, t),
              )}
        </span>
        {measured === null ? null : (
          <span className="aw-quiet">{t.drill.outOf(measured.times, measured.drills)}</span>
        )}
        {place.gap === 'none' ? null : (
          <span className="aw-means__wrong">{t.drill.gaps[place.gap]}</span>
        )}
      </div>
      <div className="aw-row">
        {mayChange ? (
          <>
            <Button
              aria-label={t.drill.nowThis(name)}
              onClick={() => onOpen({ kind: 'start', at: place })}
            >
              {t.drill.now}
            </Button>
            <Button
              aria-label={t.drill.planThis(name)}
              onClick={() => onOpen({ kind: 'change', change: { kind: 'plan', place } })}
            >
              {t.drill.plan}
            </Button>
            <Button
              look="quiet"
              aria-label={t.drill.rhythmThis(name)}
              onClick={() => onOpen({ kind: 'change', change: { kind: 'rhythm', place } })}
            >
              {t.drill.rhythm}
            </Button>
          </>
        ) : null}
        <a
          className="aw-means__link"
          href={`/api/v1/workplaces/${place.workplaceId}/sheet?language=${language}`}
          aria-label={t.drill.sheetThis(name)}
          download
        >
          {t.drill.sheet}
        </a>
      </div>
    </li>
  );
}
