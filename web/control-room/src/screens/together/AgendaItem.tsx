import { Button, Heading, useLanguage } from '../../../../shared/src/components';
import type { AgendaLine, Meeting, MeetingItem } from '../../../../shared/src/api/types';
import { dayOf, sayDay } from '../../../../shared/src/core/local-day';
import { hashOf } from '../../core/route';
import { taskTexts } from '../../text/tasks';
import type { TogetherTexts } from '../../text/together';
import { momentText } from '../preparation/preparation-words';
import { Minutes } from './Minutes';
import { useTogetherTexts } from './use-together';

type Texts = TogetherTexts['meeting'];

/** What an item is called. */
export function nameOf(item: MeetingItem, t: Texts): string {
  return item.title ?? t.kinds[item.kind];
}

interface AgendaItemProps {
  readonly meeting: Meeting;
  readonly item: MeetingItem;
  /** From 0. */
  readonly place: number;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
  readonly onDecide: () => void;
}

/** One item of the agenda: what there is to say, the minutes, the decisions. */
export function AgendaItem(props: AgendaItemProps) {
  const { meeting, item, place, onMove, onRemove, onDecide } = props;
  const t = useTogetherTexts().meeting;
  const { language } = useLanguage();
  const name = nameOf(item, t);
  const last = meeting.items.length - 1;
  const removable = item.kind === 'own' && item.minutes === '' && item.decisions.length === 0;
  return (
    <li className="aw-together__item">
      <div className="aw-together__top">
        <Heading level={3}>
          {place + 1}. {name}
        </Heading>
        {meeting.mayChange ? (
          <div className="aw-together__moves">
            <Button
              id={`up-${item.id}`}
              look="quiet"
              aria-label={t.up(name)}
              aria-disabled={place === 0}
              onClick={() => (place === 0 ? undefined : onMove(place - 1))}
            >
              ↑
            </Button>
            <Button
              id={`down-${item.id}`}
              look="quiet"
              aria-label={t.down(name)}
              aria-disabled={place === last}
              onClick={() => (place === last ? undefined : onMove(place + 1))}
            >
              ↓
            </Button>
            {removable ? (
              <Button look="quiet" aria-label={t.remove(name)} onClick={onRemove}>
                ✕
              </Button>
            ) : null}
          </div>
        ) : null}
      </div>
      {item.lines.length === 0 && item.kind !== 'own' ? (
        <p className="utrecht-paragraph aw-quiet">{t.nothing}</p>
      ) : (
        <ul className="aw-together__lines">
          {item.lines.map((line, at) => (
            <Line key={`${line.subject ?? ''} ${at}`} kind={item.kind} line={line} />
          ))}
        </ul>
      )}
      {item.more === 0 ? null : (
        <p className="utrecht-paragraph aw-quiet">{t.more[item.kind](item.more)}</p>
      )}
      <Minutes meeting={meeting} item={item} name={name} />
      {item.decisions.length === 0 ? null : (
        <>
          <strong>{t.decided}</strong>
          <ul className="aw-together__lines">
            {item.decisions.map((one) => (
              <li key={one.id}>
                {t.becomes[one.became]}:{' '}
                <a
                  className="utrecht-link"
                  href={hashOf(
                    one.became === 'task'
                      ? { page: 'task', taskId: one.subjectId }
                      : { page: 'agreements' },
                  )}
                >
                  {one.words}
                </a>{' '}
                <span className="aw-quiet">
                  {t.decision(one.ownerName, sayDay(one.dueOn, language, 'long'))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {meeting.mayChange ? (
        <div>
          <Button aria-label={t.decideAt(name)} onClick={onDecide}>
            {t.decide}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

interface LineProps {
  readonly kind: MeetingItem['kind'];
  readonly line: AgendaLine;
}

function Line({ kind, line }: LineProps) {
  const t = useTogetherTexts().meeting;
  const { language } = useLanguage();
  const kinds: Readonly<Record<string, string>> = taskTexts[language].kinds;
  const code = kind === 'tasks' ? kinds[line.code] : t.codes[line.code];
  const when =
    line.at === null
      ? ''
      : kind === 'visits'
        ? momentText(line.at, language)
        : sayDay(dayOf(Date.parse(line.at)), language, 'short');
  const counts =
    line.counts === null
      ? []
      : (['signals', 'incidents', 'departures', 'panics'] as const)
          .filter((one) => (line.counts?.[one] ?? 0) > 0)
          .map((one) => t.counts[one](line.counts?.[one] ?? 0));
  const facts = [...counts, line.who ?? '', when].filter((fact) => fact !== '');
  return (
    <li>
      {code === undefined ? null : <strong>{code}</strong>}
      {code === undefined || line.words === '' ? '' : ': '}
      {line.words}
      {facts.length === 0 ? null : <span className="aw-quiet"> ({facts.join(', ')})</span>}
    </li>
  );
}
