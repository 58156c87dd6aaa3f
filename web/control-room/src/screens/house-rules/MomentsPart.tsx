import { useState } from 'react';
import { Button, useLanguage } from '../../../../shared/src/components';
import type { RiskyMoment, RiskyMoments } from '../../../../shared/src/api/types';
import { factorNames } from '../../../../shared/src/text/factors';
import { LONGEST, momentEntries, MOST, NO_WORDS, type Moments } from '../../core/house-rules';
import { isSame } from '../../core/sheet';
import type { SheetLine } from '../../shell/sheet-line';
import { SHIPPED } from '../../shell/shipped-guidance';
import { BothWords } from './BothWords';
import { ItemDialog } from './ItemDialog';
import { RulesList } from './RulesList';
import { SheetFrame, type Editing } from './SheetFrame';
import { useHouseRulesTexts } from './use-house-rules';

interface MomentsPartProps {
  readonly line: SheetLine<Moments>;
  readonly canEdit: boolean;
}

/** The risky moments of each kind of work. */
export function MomentsPart({ line, canEdit }: MomentsPartProps) {
  const { language } = useLanguage();
  return (
    <SheetFrame
      line={line}
      canEdit={canEdit}
      entriesOf={(all) => momentEntries(all, language)}
      standard={{ is: SHIPPED.riskyMoments }}
    >
      {(editing) => <FunctionList editing={editing} />}
    </SheetFrame>
  );
}

function FunctionList({ editing }: { readonly editing: Editing<Moments> }) {
  const { draft, canEdit, change, reduce } = editing;
  const t = useHouseRulesTexts();
  const { language } = useLanguage();
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const edited = typeof open === 'number' ? draft[open] : undefined;
  return (
    <>
      <RulesList
        label={t.parts['risky-moments']}
        items={draft}
        canEdit={canEdit}
        empty={t.moment.noFunctions}
        nameOf={(one) => one.function[language]}
        show={(one, at) => (
          <>
            <p className="aw-rules__origin">
              {SHIPPED.riskyMoments.some((standard) => isSame(standard, one))
                ? t.list.standard
                : t.list.own}
            </p>
            <BothWords words={one.function} isTitle />
            <MomentList
              of={one}
              editing={{
                draft: one.moments,
                canEdit,
                change: (moments) => change(draft.with(at, { ...one, moments: [...moments] })),
                reduce: (moments, said) =>
                  reduce(draft.with(at, { ...one, moments: [...moments] }), said),
              }}
            />
          </>
        )}
        onEdit={setOpen}
        onMoved={change}
        onRemoved={(all, name) => reduce(all, t.list.removed(name))}
      />
      {!canEdit ? null : draft.length >= MOST.functions ? (
        <p className="utrecht-paragraph aw-quiet">{t.list.full(MOST.functions)}</p>
      ) : (
        <div className="aw-row">
          <Button onClick={() => setOpen('new')}>{t.moment.addFunction}</Button>
        </div>
      )}
      {open === null ? null : (
        <ItemDialog
          heading={edited === undefined ? t.moment.addFunctionTitle : t.moment.changeFunctionTitle}
          item={{ title: null, text: edited?.function ?? NO_WORDS, factors: null }}
          labels={{ text: t.moment.function }}
          longest={LONGEST.name}
          onPut={({ text }) => {
            change(
              edited === undefined || typeof open !== 'number'
                ? [...draft, { function: text, moments: [] }]
                : draft.with(open, { ...edited, function: text }),
            );
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

interface MomentListProps {
  readonly of: RiskyMoments;
  readonly editing: Editing<readonly RiskyMoment[]>;
}

function MomentList({ of, editing }: MomentListProps) {
  const { draft, canEdit, change, reduce } = editing;
  const t = useHouseRulesTexts();
  const { language } = useLanguage();
  const names = factorNames[language];
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const edited = typeof open === 'number' ? draft[open] : undefined;
  return (
    <>
      <RulesList
        label={of.function[language]}
        items={draft}
        canEdit={canEdit}
        empty={t.moment.empty}
        nameOf={({ text }) => text[language]}
        show={({ text, factors }) => (
          <>
            <BothWords words={text} />
            <p className="utrecht-paragraph aw-quiet">
              {factors.length === 0
                ? t.moment.never
                : t.moment.whenThese(factors.map((code) => names[code]).join('; '))}
            </p>
          </>
        )}
        onEdit={setOpen}
        onMoved={change}
        onRemoved={(moments, name) => reduce(moments, t.list.removed(name))}
      />
      {!canEdit ? null : draft.length >= MOST.moments ? (
        <p className="utrecht-paragraph aw-quiet">{t.list.full(MOST.moments)}</p>
      ) : (
        <div className="aw-row">
          <Button
            aria-label={t.moment.addFor(of.function[language])}
            onClick={() => setOpen('new')}
          >
            {t.moment.add}
          </Button>
        </div>
      )}
      {open === null ? null : (
        <ItemDialog
          heading={edited === undefined ? t.moment.addTitle : t.moment.changeTitle}
          item={{ title: null, text: edited?.text ?? NO_WORDS, factors: edited?.factors ?? [] }}
          labels={{ text: t.moment.text, when: t.moment.when, whenHint: t.moment.whenHint }}
          onPut={({ text, factors }) => {
            const moment = { text, factors: [...(factors ?? [])] };
            change(typeof open === 'number' ? draft.with(open, moment) : [...draft, moment]);
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
