import { useState } from 'react';
import { Button, SelectField, useLoaded } from '../../../shared/src/components';
import type { Colleague } from '../shell/preparation-line';
import { useApp, useText } from './app-context';
import { LoadFault } from './LoadFault';
import type { MeasureProps } from './MeasureItem';
import { usePreparationLine } from './use-preparation';

/** Who comes along is a worker; who stands by can act on an alarm. */
export function AskColleague({ one, busy, tell }: MeasureProps) {
  const { shown } = useApp();
  const text = useText();
  const people = useLoaded(usePreparationLine().colleagues);
  const fits = ({ id, roles }: Colleague): boolean =>
    id !== shown.phone.me?.id &&
    (one.measure === 'DUO'
      ? roles.includes('worker')
      : roles.includes('standby') || roles.includes('supervisor'));
  const colleagues = people.value?.items.filter(fits) ?? [];
  const [personId, setPersonId] = useState<string | null>(null);
  return (
    <>
      <SelectField
        label={text.prepare.colleague}
        choices={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        value={personId}
        onChange={setPersonId}
      />
      <LoadFault of={people} missing={text.prepare.colleaguesMissing} />
      <Button
        look="secondary"
        busy={busy}
        disabled={personId === null}
        onClick={() => tell(`/measures/${one.measure}/requests`, { personId })}
      >
        {text.prepare.ask}
      </Button>
    </>
  );
}
