import { useState } from 'react';
import {
  Button,
  Heading,
  useAnnounce,
  useLanguage,
  useLoaded,
} from '../../../../shared/src/components';
import type { RetentionRule } from '../../../../shared/src/api/types';
import { maySetHouseRules } from '../../core/rights';
import { Loading } from '../LoadFault';
import { momentText } from '../preparation/preparation-words';
import { useSeat } from '../room-context';
import { useTitle } from '../use-title';
import { FilePart } from './FilePart';
import { RuleDialog } from './RuleDialog';
import { usePrivacyApi, usePrivacyTexts } from './use-privacy';
import './privacy.css';

/** How long what is kept, and what is held about somebody. */
export default function PrivacyPage() {
  const t = usePrivacyTexts();
  const { me } = useSeat();
  const announce = useAnnounce();
  const list = useLoaded(usePrivacyApi().rules);
  const [changing, setChanging] = useState<RetentionRule | null>(null);
  useTitle(t.title);
  return (
    <div className="aw-privacy">
      <Heading level={1} focusOnShow>
        {t.title}
      </Heading>
      <p className="utrecht-paragraph">{t.intro}</p>
      <FilePart />
      <section className="aw-privacy__part">
        <Heading level={2}>{t.periods.title}</Heading>
        <p className="utrecht-paragraph">{t.periods.intro}</p>
        <Loading of={list} />
        <ul className="aw-privacy__rules">
          {(list.value?.items ?? []).map((rule) => (
            <Rule
              key={rule.rule}
              rule={rule}
              onChange={maySetHouseRules(me.roles) ? () => setChanging(rule) : null}
            />
          ))}
        </ul>
      </section>
      {changing === null ? null : (
        <RuleDialog
          rule={changing}
          onClose={() => setChanging(null)}
          onSaved={() => {
            announce(t.periods.saved(t.rules[changing.rule]?.name ?? changing.rule));
            setChanging(null);
            void list.again();
          }}
        />
      )}
    </div>
  );
}

interface RuleProps {
  readonly rule: RetentionRule;
  /** Null for who may only look. */
  readonly onChange: (() => void) | null;
}

function Rule({ rule, onChange }: RuleProps) {
  const { periods, rules } = usePrivacyTexts();
  const { language } = useLanguage();
  const words = rules[rule.rule];
  const name = words?.name ?? rule.rule;
  const period = periods.units[rule.unit];
  const when = (moment: string) => momentText(moment, language);
  return (
    <li className="aw-privacy__rule">
      <div className="aw-privacy__what">
        <strong>{name}</strong>
        <span className="aw-quiet">{words?.why}</span>
      </div>
      <div className="aw-privacy__period">
        <strong>{period(rule.amount)}</strong>
        <span className="aw-quiet">
          {rule.setByName === null || rule.setAt === null
            ? periods.standard(period(rule.standard))
            : periods.setBy(rule.setByName, when(rule.setAt))}
        </span>
      </div>
      <div className="aw-privacy__ran">
        <span>{rule.ranAt === null ? periods.never : periods.ran(when(rule.ranAt))}</span>
        <span className="aw-quiet">
          {rule.erasedAt === null
            ? periods.nothing
            : periods.erased(rule.erased, when(rule.erasedAt))}
        </span>
      </div>
      {onChange === null ? null : (
        <Button onClick={onChange}>
          {periods.change}
          <span className="aw-visually-hidden">: {name}</span>
        </Button>
      )}
    </li>
  );
}
