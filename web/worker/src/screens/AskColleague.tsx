import { useEffect, useState } from 'react';
import { Button, SelectField } from '../../../shared/src/components';
import type { Person } from '../../../shared/src/api/types';
import { useApp, useText } from './app-context';
import type { MeasureProps } from './MeasureItem';
import { usePreparationLine } from './use-preparation';

type Colleague = Pick<Person, 'id' | 'name' | 'roles'>;

/** Colleagues whom one may ask for something; never oneself. */
export function useColleagues(fits: (roles: Colleague['roles']) => boolean): readonly Colleague[] {
  const line = usePreparationLine();
  const { shown } = useApp();
  const [all, setAll] = useState<readonly Colleague[]>([]);
  useEffect(() => {
    let here = true;
    void line.colleagues().then((known) => {
      if (here) setAll(known);
    });
    return () => {
      here = false;
    };
  }, [line]);
  return all.filter(({ id, roles }) => id !== shown.phone.me?.id && fits(roles));
}

/** Who comes along is a worker; who stands by can act on an alarm. */
export function AskColleague({ one, busy, tell }: MeasureProps) {
  const text = useText();
  const colleagues = useColleagues((roles) =>
    one.measure === 'DUO'
      ? roles.includes('worker')
      : roles.includes('standby') || roles.includes('supervisor'),
  );
  const [personId, setPersonId] = useState<string | null>(null);
  return (
    <>
      <SelectField
        label={text.prepare.colleague}
        choices={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        value={personId}
        onChange={setPersonId}
      />
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
