import { useState } from 'react';
import { Button, useLanguage } from '../../../../shared/src/components';
import { lineEntries, MOST, NO_WORDS, type Lines } from '../../core/house-rules';
import { isSame } from '../../core/sheet';
import type { SheetLine } from '../../shell/sheet-line';
import { BothWords } from './BothWords';
import { ItemDialog } from './ItemDialog';
import { RulesList } from './RulesList';
import { SheetFrame, type Editing } from './SheetFrame';
import { useHouseRulesTexts } from './use-house-rules';

/** What a list of lines calls its lines. */
interface LineWords {
  readonly add: string;
  readonly addTitle: string;
  readonly changeTitle: string;
  readonly text: string;
  readonly empty: string;
}

interface LinesPartProps {
  readonly line: SheetLine<Lines>;
  readonly canEdit: boolean;
  readonly label: string;
  readonly words: LineWords;
  readonly shipped: Lines;
}

/** A list of lines, each in both languages: at the door, or to leave with. */
export function LinesPart({ line, canEdit, label, words, shipped }: LinesPartProps) {
  const { language } = useLanguage();
  return (
    <SheetFrame
      line={line}
      canEdit={canEdit}
      entriesOf={(lines) => lineEntries(lines, language)}
      standard={{ is: shipped }}
    >
      {(editing) => <LineList editing={editing} label={label} words={words} shipped={shipped} />}
    </SheetFrame>
  );
}

interface LineListProps extends Pick<LinesPartProps, 'label' | 'words' | 'shipped'> {
  readonly editing: Editing<Lines>;
}

function LineList({ editing, label, words, shipped }: LineListProps) {
  const { draft, canEdit, change, reduce } = editing;
  const t = useHouseRulesTexts();
  const { language } = useLanguage();
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const edited = typeof open === 'number' ? draft[open] : undefined;
  return (
    <>
      <RulesList
        label={label}
        items={draft}
        canEdit={canEdit}
        empty={words.empty}
        nameOf={(line) => line[language]}
        show={(line) => (
          <>
            <p className="aw-rules__origin">
              {shipped.some((standard) => isSame(standard, line)) ? t.list.standard : t.list.own}
            </p>
            <BothWords words={line} />
          </>
        )}
        onEdit={setOpen}
        onMoved={change}
        onRemoved={(lines, name) => reduce(lines, t.list.removed(name))}
      />
      {!canEdit ? null : draft.length >= MOST.lines ? (
        <p className="utrecht-paragraph aw-quiet">{t.list.full(MOST.lines)}</p>
      ) : (
        <div className="aw-row">
          <Button onClick={() => setOpen('new')}>{words.add}</Button>
        </div>
      )}
      {open === null ? null : (
        <ItemDialog
          heading={edited === undefined ? words.addTitle : words.changeTitle}
          item={{ title: null, text: edited ?? NO_WORDS, factors: null }}
          labels={{ text: words.text }}
          onPut={({ text }) => {
            change(typeof open === 'number' ? draft.with(open, text) : [...draft, text]);
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
