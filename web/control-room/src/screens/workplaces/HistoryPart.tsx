import { useCallback, useState } from 'react';
import type { WorkplaceDifference } from '../../../../shared/src/api/types';
import { Button, Heading, useLanguage, useLoaded } from '../../../../shared/src/components';
import { Loading } from '../LoadFault';
import { IsMore, LongList } from '../LongList';
import { useDay, useWorkplaceApi, useWorkplaceTexts } from './use-workplaces';

interface HistoryPartProps {
  readonly workplaceId: string;
  readonly isOpen: boolean;
}

/** What was changed: who, when, what it was and what it became. */
export function HistoryPart({ workplaceId, isOpen }: HistoryPartProps) {
  const t = useWorkplaceTexts();
  const [open, setOpen] = useState(isOpen);
  return (
    <section className="aw-workplaces__part">
      <Heading level={2}>{t.parts.history}</Heading>
      {open ? (
        <Lines workplaceId={workplaceId} />
      ) : (
        <div className="aw-row">
          <Button onClick={() => setOpen(true)}>{t.history.open}</Button>
        </div>
      )}
    </section>
  );
}

function Lines({ workplaceId }: { readonly workplaceId: string }) {
  const t = useWorkplaceTexts();
  const day = useDay();
  const api = useWorkplaceApi();
  const read = useLoaded(useCallback(() => api.history(workplaceId), [api, workplaceId]));
  const fields: Readonly<Record<string, string>> = t.fields;
  const said = useSaid();
  if (read.value === null) return <Loading of={read} />;
  if (read.value.items.length === 0) {
    return <p className="utrecht-paragraph">{t.history.empty}</p>;
  }
  return (
    <>
      <LongList className="aw-workplaces__history" items={read.value.items}>
        {(one) => (
          <li key={one.id}>
            <strong>{fields[one.field] ?? one.field}</strong>
            <span>
              {one.field.startsWith('task-') || one.field === 'companion-left'
                ? one.became
                : `${t.history.was}: ${said(one, one.was)} → ${t.history.became}: ${said(one, one.became)}`}
            </span>
            <span className="aw-quiet">{t.history.line(one.byName, day(one.at))}</span>
          </li>
        )}
      </LongList>
      <IsMore of={read.value} />
    </>
  );
}

/** A value in words: the server keeps the codes, which never change. */
function useSaid() {
  const t = useWorkplaceTexts();
  const day = useDay();
  const { language } = useLanguage();
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    kind: t.kinds,
    method: t.methods,
    alarmResult: t.results,
    decision: t.outcomes,
    hazards: t.hazards,
  };
  return ({ field }: WorkplaceDifference, value: string | null): string => {
    if (value === null) return t.history.nothing;
    if (value === 'true' || value === 'false') return value === 'true' ? t.page.yes : t.page.no;
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(value);
    // A score was kept as it is calculated with: 7 × 0.5 = 3.5.
    if (field === 'risk' && language === 'nl') {
      return value.replace(/(\d)\.(\d+)(?= [×=]|[;)])/g, '$1,$2');
    }
    const known = words[field];
    return known === undefined
      ? value
      : value
          .split(',')
          .map((code) => known[code] ?? code)
          .join(', ');
  };
}
