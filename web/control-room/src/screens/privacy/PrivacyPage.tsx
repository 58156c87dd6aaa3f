import { useState } from 'react';
import {
  Alert,
  Button,
  Heading,
  useAnnounce,
  useLanguage,
} from '../../../../shared/src/components';
import type { RetentionRule } from '../../../../shared/src/api/types';
import { maySetHouseRules } from '../../core/rights';
import { momentText } from '../preparation/preparation-words';
import { useSeat } from '../room-context';
import { useTitle } from '../use-title';
import { FilePart } from './FilePart';
import { RuleDialog } from './RuleDialog';
import { usePrivacyTexts, useRules } from './use-privacy';
import './privacy.css';

/** How long what is kept, and what is held about somebody. */
export default function PrivacyPage() {
  const t = usePrivacyTexts();
  const { me } = useSeat();
  const announce = useAnnounce();
  const list = useRules();
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
        {list.failed ? (
          <Alert tone="error" urgent>
            <p className="utrecht-paragraph">{t.failed}</p>
            <Button onClick={() => void list.refresh()}>{t.retry}</Button>
          </Alert>
        ) : null}
        {list.rules === null && !list.failed ? (
          <p className="utrecht-paragraph" role="status">
            {t.loading}
          </p>
        ) : null}
        <ul className="aw-privacy__rules">
          {(list.rules ?? []).map((rule) => (
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
            void list.refresh();
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
