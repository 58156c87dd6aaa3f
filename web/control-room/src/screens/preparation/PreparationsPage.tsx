import { Alert, Button, Heading, useLanguage } from '../../../../shared/src/components';
import type { UnreadyVisit } from '../../../../shared/src/api/types';
import type { Unready } from '../../core/preparation';
import { hashOf } from '../../core/route';
import { Icon } from '../Icon';
import { Loading } from '../LoadFault';
import { LongList } from '../LongList';
import { useTitle } from '../use-title';
import { whenOf } from './preparation-words';
import { RiskClass } from './RiskClass';
import { usePreparationTexts } from './use-preparation';
import { useUnready } from './use-unready';
import './preparation.css';

/** Visits that are not ready, the soonest first; where they are and why is one press further. */
export default function PreparationsPage() {
  const t = usePreparationTexts();
  const list = useUnready();
  useTitle(t.title);
  return (
    <div className="aw-preparations">
      <div className="aw-preparations__top">
        <Heading level={1} focusOnShow>
          {t.title}
        </Heading>
        <Button look="quiet" onClick={() => void list.again()}>
          {t.refresh}
        </Button>
      </div>
      <p className="utrecht-paragraph">{t.intro}</p>
      {list.value === null ? (
        <Loading of={list} />
      ) : (
        <Lists unready={list.value} isOld={list.failed !== null} />
      )}
    </div>
  );
}

interface ListsProps {
  readonly unready: Unready;
  /** The last look failed. */
  readonly isOld: boolean;
}

function Lists({ unready: { begun, ahead }, isOld }: ListsProps) {
  const t = usePreparationTexts();
  return (
    <>
      {isOld ? (
        <Alert tone="warning">
          <p className="utrecht-paragraph">{t.old}</p>
        </Alert>
      ) : null}
      {begun.length + ahead.length === 0 ? (
        <div className="aw-board__empty">
          <p className="utrecht-paragraph aw-board__empty-title">{t.emptyTitle}</p>
          <p className="utrecht-paragraph">{t.emptyText}</p>
        </div>
      ) : null}
      {begun.length === 0 ? null : (
        <section className="aw-preparations__begun">
          <Heading level={2}>
            <Icon name="overdue" /> {t.begun}
          </Heading>
          <p className="utrecht-paragraph">{t.begunText}</p>
          <Visits visits={begun} />
        </section>
      )}
      {ahead.length === 0 ? null : (
        <section className="aw-stack">
          <Heading level={2}>{t.ahead}</Heading>
          <Visits visits={ahead} />
        </section>
      )}
    </>
  );
}

function Visits({ visits }: { readonly visits: readonly UnreadyVisit[] }) {
  return (
    <LongList className="aw-preparations__list" items={visits}>
      {(visit) => <Visit key={visit.visitId} visit={visit} />}
    </LongList>
  );
}

function Visit({ visit }: { readonly visit: UnreadyVisit }) {
  const t = usePreparationTexts();
  const { language } = useLanguage();
  const when = whenOf(visit, language);
  return (
    <li className="aw-preparations__visit">
      <div className="aw-preparations__who">
        <strong>{visit.workerName}</strong>
        <span>{when}</span>
        <RiskClass of={visit.riskClass} />
      </div>
      <div className="aw-preparations__missing">
        <span className="aw-quiet">{t.missing(visit.missing.length)}</span>
        <span>{visit.missing.map((code) => t.measures[code]).join(' · ')}</span>
      </div>
      <a
        className="aw-preparations__link"
        href={hashOf({ page: 'preparation', visitId: visit.visitId })}
        aria-label={t.openThis(visit.workerName, when)}
      >
        {t.open}
      </a>
    </li>
  );
}
