import { useId } from 'react';
import { Alert } from '../../../../shared/src/components';
import type { Told } from '../../core/house-rules';
import type { SheetLine } from '../../shell/sheet-line';
import { SheetFrame, type Editing } from './SheetFrame';
import { useHouseRulesTexts } from './use-house-rules';

interface CompanionPartProps {
  readonly line: SheetLine<Told>;
  readonly canEdit: boolean;
}

/** Whether whoever comes along is told that the other asked for help. */
export function CompanionPart({ line, canEdit }: CompanionPartProps) {
  const t = useHouseRulesTexts();
  const wordsOf = (told: Told): string =>
    told === 'silently' ? t.companion.silently : t.companion.notAtAll;
  return (
    <SheetFrame
      line={line}
      canEdit={canEdit}
      entriesOf={(told) => [
        { key: 'told', name: t.companion.label, words: wordsOf(told), content: told },
      ]}
    >
      {(editing) => (
        <>
          <ToldField editing={editing} />
          <Alert tone="info">
            <p className="utrecht-paragraph">{t.companion.silentAlarm}</p>
          </Alert>
        </>
      )}
    </SheetFrame>
  );
}

function ToldField({ editing }: { readonly editing: Editing<Told> }) {
  const { draft, canEdit, change } = editing;
  const t = useHouseRulesTexts();
  const name = useId();
  const choices = [
    { told: 'silently', label: t.companion.silently, hint: t.companion.silentlyHint },
    { told: 'not-at-all', label: t.companion.notAtAll, hint: t.companion.notAtAllHint },
  ] as const;
  return (
    <fieldset className="aw-rules__told" disabled={!canEdit}>
      <legend className="utrecht-form-label">{t.companion.label}</legend>
      {choices.map(({ told, label, hint }) => (
        <div key={told} className="aw-rules__choice">
          <input
            id={`${name}-${told}`}
            type="radio"
            name={name}
            checked={draft === told}
            aria-describedby={`${name}-${told}-hint`}
            onChange={() => change(told)}
          />
          <div>
            <label htmlFor={`${name}-${told}`} className="aw-rules__choice-label">
              {label}
            </label>
            <div id={`${name}-${told}-hint`} className="utrecht-form-field-description">
              {hint}
            </div>
          </div>
        </div>
      ))}
    </fieldset>
  );
}
