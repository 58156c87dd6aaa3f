import { useState } from 'react';
import type { LoneWorkplace } from '../../../../shared/src/api/parse-workplaces';
import { Button, Heading } from '../../../../shared/src/components';
import { hashOf } from '../../core/route';
import { Facts, type Fact } from '../Facts';
import { FieldsDialog } from './FieldsDialog';
import { PARTS, type FieldSpec, type Part } from './fields';
import { useDay, useWorkplaceTexts, type Shown } from './use-workplaces';

interface FactsPartProps extends Shown {
  readonly part: Part;
}

/** One part of what is known of it, with the way to change that. */
export function FactsPart({ part, workplace, mayChange, onChanged }: FactsPartProps) {
  const t = useWorkplaceTexts();
  const value = useValue();
  const [changing, setChanging] = useState(false);
  const facts = PARTS[part].map<Fact>((spec) => ({
    name: t.fields[spec.name],
    value: value(workplace, spec),
  }));
  return (
    <section className="aw-workplaces__part">
      <div className="aw-workplaces__top">
        <Heading level={2}>{t.parts[part]}</Heading>
        {mayChange ? (
          <Button
            aria-label={`${t.page.change}: ${t.parts[part]}`}
            onClick={() => setChanging(true)}
          >
            {t.page.change}
          </Button>
        ) : null}
      </div>
      <Facts facts={facts} />
      {changing ? (
        <FieldsDialog
          workplace={workplace}
          part={part}
          onClose={() => setChanging(false)}
          onSaved={(next) => {
            setChanging(false);
            onChanged(next);
          }}
        />
      ) : null}
    </section>
  );
}

function useValue() {
  const t = useWorkplaceTexts();
  const day = useDay();
  return (workplace: LoneWorkplace, { name, kind }: FieldSpec): Fact['value'] => {
    const value = workplace[name];
    if (name === 'address' && typeof value === 'string' && workplace.placeId !== null) {
      return <a href={hashOf({ page: 'place', placeId: workplace.placeId })}>{value}</a>;
    }
    switch (kind) {
      case 'switch':
        return value === true ? t.page.yes : t.page.no;
      case 'kind':
        return t.kinds[workplace.kind];
      case 'method':
        return t.methods[workplace.method];
      case 'team':
        return workplace.teamName;
      case 'owner':
        return workplace.ownerName;
      case 'hazards':
        return workplace.hazards.length === 0
          ? t.page.none
          : workplace.hazards.map((hazard) => t.hazards[hazard]).join(', ');
      case 'result':
        return workplace.alarmResult === null ? t.page.none : t.results[workplace.alarmResult];
      case 'day':
        return typeof value === 'string' ? day(value) : t.page.none;
      default:
        return value === null ? t.page.none : String(value);
    }
  };
}
