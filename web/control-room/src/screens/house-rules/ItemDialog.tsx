import { useState } from 'react';
import { Alert, Button, Dialog, TextArea, TextField } from '../../../../shared/src/components';
import type { BothLanguages, RiskFactorCode } from '../../../../shared/src/api/types';
import { LONGEST, missingIn, trimmed } from '../../core/house-rules';
import { isSame } from '../../core/sheet';
import { useTexts } from '../room-context';
import { FactorsField } from './FactorsField';
import { useHouseRulesTexts, useUnloadWarning } from './use-house-rules';

/** What can be written of one thing in a list; null is what it does not have. */
export interface Item {
  readonly title: BothLanguages | null;
  readonly text: BothLanguages;
  readonly factors: readonly RiskFactorCode[] | null;
}

interface ItemDialogProps {
  readonly heading: string;
  readonly item: Item;
  readonly labels: {
    readonly title?: string;
    readonly text: string;
    readonly when?: string;
    readonly whenHint?: string;
  };
  /** The most letters of the text; a short one is on one line. */
  readonly longest?: number;
  readonly onPut: (item: Item) => void;
  readonly onClose: () => void;
}

/** Writes one thing in both languages. It goes into the list, which is saved as a whole. */
export function ItemDialog(props: ItemDialogProps) {
  const { heading, item, labels, longest = LONGEST.words, onPut, onClose } = props;
  const t = useHouseRulesTexts();
  const texts = useTexts();
  const [draft, setDraft] = useState(item);
  const [tried, setTried] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const { title, text, factors } = draft;
  const isWritten = !isSame(draft, item);
  useUnloadWarning(isWritten);
  /** What was written is never gone by one press of Escape. */
  const leave = (): void => {
    if (isWritten) setLeaving(true);
    else onClose();
  };
  const put = (): void => {
    setTried(true);
    const isWhole = missingIn(text).size === 0 && (title === null || missingIn(title).size === 0);
    if (!isWhole) return;
    onPut({ title: title === null ? null : trimmed(title), text: trimmed(text), factors });
  };
  return (
    <Dialog title={heading} onClose={leave}>
      <form
        className="aw-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          put();
        }}
      >
        {title === null ? null : (
          <BothFields
            label={labels.title ?? ''}
            words={title}
            longest={LONGEST.name}
            isLong={false}
            tried={tried}
            onChange={(changed) => setDraft({ ...draft, title: changed })}
          />
        )}
        <BothFields
          label={labels.text}
          words={text}
          longest={longest}
          isLong={longest > LONGEST.name}
          tried={tried}
          onChange={(changed) => setDraft({ ...draft, text: changed })}
        />
        {factors === null ? null : (
          <FactorsField
            label={labels.when ?? ''}
            hint={labels.whenHint ?? ''}
            factors={factors}
            onChange={(changed) => setDraft({ ...draft, factors: changed })}
          />
        )}
        <p className="utrecht-paragraph aw-quiet">{t.list.putHint}</p>
        {leaving ? (
          <Alert tone="warning" urgent>
            <p className="utrecht-paragraph">{t.list.writing}</p>
            <Button onClick={onClose}>{t.list.throwAway}</Button>
          </Alert>
        ) : null}
        <div className="aw-row">
          <Button look="primary" type="submit">
            {t.list.put}
          </Button>
          <Button onClick={leave}>{texts.app.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

interface BothFieldsProps {
  readonly label: string;
  readonly words: BothLanguages;
  readonly longest: number;
  readonly isLong: boolean;
  readonly tried: boolean;
  readonly onChange: (words: BothLanguages) => void;
}

function BothFields({ label, words, longest, isLong, tried, onChange }: BothFieldsProps) {
  const t = useHouseRulesTexts();
  const missing = tried ? missingIn(words) : new Set<string>();
  return (
    <>
      {(['nl', 'en'] as const).map((language) => {
        const shared = {
          label: `${label}, ${language === 'nl' ? t.inDutch : t.inEnglish}`,
          lang: language,
          value: words[language],
          maxLength: longest,
          error: missing.has(language) ? t.faults[language] : null,
        };
        const change = (typed: string): void => onChange({ ...words, [language]: typed });
        return isLong ? (
          <TextArea
            key={language}
            {...shared}
            isInvalid={missing.has(language)}
            onChange={change}
          />
        ) : (
          <TextField
            key={language}
            {...shared}
            autoComplete="off"
            onChange={(event) => change(event.target.value)}
          />
        );
      })}
    </>
  );
}
