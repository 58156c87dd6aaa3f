import { useSyncExternalStore } from 'react';
import { Heading, SelectField } from '../../../../shared/src/components';
import { maySetHouseRules } from '../../core/rights';
import { hashOf, HOUSE_RULES_PARTS, type HouseRulesPart } from '../../core/route';
import type { HouseRules } from '../../shell/house-rules';
import { SHIPPED } from '../../shell/shipped-guidance';
import { useSeat } from '../room-context';
import { useIsNarrow } from '../use-is-narrow';
import { useTitle } from '../use-title';
import { CardsPart } from './CardsPart';
import { CompanionPart } from './CompanionPart';
import { LinesPart } from './LinesPart';
import { MomentsPart } from './MomentsPart';
import { OfficeHoursPart } from './OfficeHoursPart';
import { PackingPart } from './PackingPart';
import { ReachabilityPart } from './ReachabilityPart';
import { useHouseRulesTexts } from './use-house-rules';
import './house-rules.css';

/** What the organisation settled for its home visits: all of it can be read, some may change it. */
export default function HouseRulesPage({ part }: { readonly part: HouseRulesPart }) {
  const t = useHouseRulesTexts();
  const { me, houseRules } = useSeat();
  const canEdit = maySetHouseRules(me.roles);
  useTitle(t.title);
  return (
    <div className="aw-rules">
      <Heading level={1} focusOnShow>
        {t.title}
      </Heading>
      <div className="aw-rules__page">
        <PartsNav rules={houseRules} current={part} />
        <section className="aw-rules__part" aria-labelledby="aw-rules-title">
          <h2 id="aw-rules-title" className="utrecht-heading-2 aw-rules__title" tabIndex={-1}>
            {t.parts[part]}
          </h2>
          <p className="utrecht-paragraph">{t.intros[part]}</p>
          {canEdit || part === 'reachability' ? null : (
            <p className="utrecht-paragraph aw-quiet">{t.readOnly}</p>
          )}
          <Part key={part} part={part} rules={houseRules} canEdit={canEdit} />
        </section>
      </div>
    </div>
  );
}

interface PartProps {
  readonly part: HouseRulesPart;
  readonly rules: HouseRules;
  readonly canEdit: boolean;
}

function Part({ part, rules, canEdit }: PartProps) {
  const t = useHouseRulesTexts();
  switch (part) {
    case 'cards':
      return <CardsPart line={rules.cards} canEdit={canEdit} />;
    case 'at-the-door':
      return (
        <LinesPart
          line={rules.atTheDoor}
          canEdit={canEdit}
          label={t.parts[part]}
          words={t.line}
          shipped={SHIPPED.atTheDoor}
        />
      );
    case 'leave-sentences':
      return (
        <LinesPart
          line={rules.leaveSentences}
          canEdit={canEdit}
          label={t.parts[part]}
          words={t.sentence}
          shipped={SHIPPED.leaveSentences}
        />
      );
    case 'risky-moments':
      return <MomentsPart line={rules.riskyMoments} canEdit={canEdit} />;
    case 'packing':
      return <PackingPart line={rules.packing} canEdit={canEdit} />;
    case 'office-hours':
      return <OfficeHoursPart rules={rules} canEdit={canEdit} />;
    case 'reachability':
      return <ReachabilityPart />;
    case 'companion':
      return <CompanionPart line={rules.companion} canEdit={canEdit} />;
  }
}

interface PartsNavProps {
  readonly rules: HouseRules;
  readonly current: HouseRulesPart;
}

function PartsNav({ rules, current }: PartsNavProps) {
  const t = useHouseRulesTexts();
  const unsaved = useSyncExternalStore(rules.subscribe, () =>
    HOUSE_RULES_PARTS.filter((part) => rules.isUnsavedIn(part)).join(' '),
  ).split(' ');
  if (useIsNarrow()) {
    return (
      <SelectField
        label={t.partsLabel}
        choices={HOUSE_RULES_PARTS.map((part) => ({
          value: part,
          label: unsaved.includes(part)
            ? `${t.parts[part]} (${t.save.unsavedMark})`
            : t.parts[part],
        }))}
        value={current}
        onChange={(part) => {
          location.hash = hashOf({ page: 'house-rules', part });
        }}
      />
    );
  }
  return (
    <nav className="aw-rules__nav" aria-label={t.partsLabel}>
      {HOUSE_RULES_PARTS.map((part) => (
        <a
          key={part}
          className="aw-rules__link"
          href={hashOf({ page: 'house-rules', part })}
          aria-current={part === current ? 'page' : undefined}
        >
          {t.parts[part]}
          {unsaved.includes(part) ? (
            <span className="aw-rules__mark">{t.save.unsavedMark}</span>
          ) : null}
        </a>
      ))}
    </nav>
  );
}
