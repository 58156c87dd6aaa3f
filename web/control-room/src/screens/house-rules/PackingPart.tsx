import { useState } from 'react';
import { Button, Heading, useLanguage } from '../../../../shared/src/components';
import {
  codeFor,
  LONGEST,
  MOST,
  NO_WORDS,
  packingEntries,
  withPacked,
  type Packing,
} from '../../core/house-rules';
import type { SheetLine } from '../../shell/sheet-line';
import { BothWords } from './BothWords';
import { ItemDialog } from './ItemDialog';
import { RulesList } from './RulesList';
import { SheetFrame, type Editing } from './SheetFrame';
import { useHouseRulesTexts } from './use-house-rules';

interface PackingPartProps {
  readonly line: SheetLine<Packing>;
  readonly canEdit: boolean;
}

/** To the server an empty list is the usual one. */
const STANDARD: Packing = [];

/** The thing that stands in for a full battery, to the server and to the phone. */
const POWER_BANK = 'power-bank';

/** What to take along, and what to leave at home. */
export function PackingPart({ line, canEdit }: PackingPartProps) {
  const t = useHouseRulesTexts();
  const { language } = useLanguage();
  return (
    <SheetFrame
      line={line}
      canEdit={canEdit}
      entriesOf={(items) => packingEntries(items, language)}
      standard={{ by: STANDARD }}
      faultOf={(items) => (items.length === 0 ? t.packing.none : null)}
    >
      {(editing) => (
        <>
          <Things editing={editing} along title={t.packing.along} />
          <Things editing={editing} along={false} title={t.packing.atHome} />
        </>
      )}
    </SheetFrame>
  );
}

interface ThingsProps {
  readonly editing: Editing<Packing>;
  readonly along: boolean;
  readonly title: string;
}

function Things({ editing, along, title }: ThingsProps) {
  const { draft, canEdit, change, reduce } = editing;
  const t = useHouseRulesTexts();
  const { language } = useLanguage();
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const things = draft.filter((item) => item.along === along);
  const edited = typeof open === 'number' ? things[open] : undefined;
  const put = (nl: string, en: string): void => {
    const taken = draft.map(({ id }) => id);
    const thing = { id: edited?.id ?? codeFor(nl, taken), along, textNl: nl, textEn: en };
    const next = typeof open === 'number' ? things.with(open, thing) : [...things, thing];
    change(withPacked(draft, along, next));
    setOpen(null);
  };
  return (
    <section className="aw-stack">
      <Heading level={3}>{title}</Heading>
      <RulesList
        label={title}
        items={things}
        canEdit={canEdit}
        empty={t.packing.empty}
        nameOf={(item) => (language === 'nl' ? item.textNl : item.textEn)}
        show={(item) => (
          <>
            <BothWords words={{ nl: item.textNl, en: item.textEn }} />
            {item.id === POWER_BANK ? (
              <p className="utrecht-paragraph aw-quiet">{t.packing.powerBank}</p>
            ) : null}
          </>
        )}
        onEdit={setOpen}
        onMoved={(items) => change(withPacked(draft, along, items))}
        onRemoved={(items, name) => reduce(withPacked(draft, along, items), t.list.removed(name))}
      />
      {!canEdit ? null : draft.length >= MOST.packing ? (
        <p className="utrecht-paragraph aw-quiet">{t.list.full(MOST.packing)}</p>
      ) : (
        <div className="aw-row">
          <Button onClick={() => setOpen('new')}>{t.packing.addTo(title)}</Button>
        </div>
      )}
      {open === null ? null : (
        <ItemDialog
          heading={edited === undefined ? t.packing.add : t.packing.changeTitle}
          item={{
            title: null,
            text: edited === undefined ? NO_WORDS : { nl: edited.textNl, en: edited.textEn },
            factors: null,
          }}
          labels={{ text: t.packing.text }}
          longest={LONGEST.name}
          onPut={({ text }) => put(text.nl, text.en)}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
