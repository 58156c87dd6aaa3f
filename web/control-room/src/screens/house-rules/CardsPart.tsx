import { useState } from 'react';
import { Button, Heading, useLanguage } from '../../../../shared/src/components';
import type { ScenarioCard } from '../../../../shared/src/api/types';
import { factorNames } from '../../../../shared/src/text/factors';
import {
  cardEntries,
  codeFor,
  missingCards,
  MOST,
  NO_WORDS,
  originOf,
  type Cards,
} from '../../core/house-rules';
import type { SheetLine } from '../../shell/sheet-line';
import { SHIPPED } from '../../shell/shipped-guidance';
import { BothWords } from './BothWords';
import { ItemDialog, type Item } from './ItemDialog';
import { RulesList } from './RulesList';
import { SheetFrame, type Editing } from './SheetFrame';
import { useHouseRulesTexts } from './use-house-rules';

interface CardsPartProps {
  readonly line: SheetLine<Cards>;
  readonly canEdit: boolean;
}

/** The scenario cards: what came as standard is marked, and can come back. */
export function CardsPart({ line, canEdit }: CardsPartProps) {
  const { language } = useLanguage();
  return (
    <SheetFrame
      line={line}
      canEdit={canEdit}
      entriesOf={(cards) => cardEntries(cards, language)}
      standard={{ is: SHIPPED.cards }}
    >
      {(editing) => <CardList editing={editing} />}
    </SheetFrame>
  );
}

const NEW: Item = { title: NO_WORDS, text: NO_WORDS, factors: [] };

function CardList({ editing }: { readonly editing: Editing<Cards> }) {
  const { draft, canEdit, change, reduce } = editing;
  const t = useHouseRulesTexts();
  const { language } = useLanguage();
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const edited = typeof open === 'number' ? draft[open] : undefined;
  const put = ({ title, text, factors }: Item): void => {
    const words = { title: title ?? NO_WORDS, text, factors: [...(factors ?? [])] };
    const taken = [...draft, ...SHIPPED.cards].map(({ code }) => code);
    change(
      edited === undefined || typeof open !== 'number'
        ? [...draft, { code: codeFor(words.title.nl, taken), ...words }]
        : draft.with(open, { code: edited.code, ...words }),
    );
    setOpen(null);
  };
  return (
    <>
      <RulesList
        label={t.parts.cards}
        items={draft}
        canEdit={canEdit}
        empty={t.card.empty}
        nameOf={(card) => card.title[language]}
        show={(card) => <CardWords card={card} />}
        acts={(card, at) => (
          <Restore card={card} onRestore={(to, said) => reduce(draft.with(at, to), said)} />
        )}
        onEdit={setOpen}
        onMoved={change}
        onRemoved={(cards, name) => reduce(cards, t.list.removed(name))}
      />
      {canEdit ? (
        <>
          <AddButton isFull={draft.length >= MOST.cards} onAdd={() => setOpen('new')} />
          <Missing cards={draft} onBack={(card) => change([...draft, card])} />
        </>
      ) : null}
      {open === null ? null : (
        <ItemDialog
          heading={edited === undefined ? t.card.addTitle : t.card.changeTitle}
          item={edited ?? NEW}
          labels={{
            title: t.card.heading,
            text: t.card.text,
            when: t.card.when,
            whenHint: t.card.whenHint,
          }}
          onPut={put}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

function AddButton({ isFull, onAdd }: { readonly isFull: boolean; readonly onAdd: () => void }) {
  const t = useHouseRulesTexts();
  return isFull ? (
    <p className="utrecht-paragraph aw-quiet">{t.list.full(MOST.cards)}</p>
  ) : (
    <div className="aw-row">
      <Button onClick={onAdd}>{t.card.add}</Button>
    </div>
  );
}

function CardWords({ card }: { readonly card: ScenarioCard }) {
  const t = useHouseRulesTexts();
  const names = factorNames[useLanguage().language];
  return (
    <>
      <p className="aw-rules__origin">{t.list[originOf(card, SHIPPED.cards)]}</p>
      <BothWords words={card.title} isTitle />
      <BothWords words={card.text} />
      <p className="utrecht-paragraph aw-quiet">
        {card.factors.length === 0
          ? t.card.always
          : t.card.whenThese(card.factors.map((code) => names[code]).join('; '))}
      </p>
    </>
  );
}

interface RestoreProps {
  readonly card: ScenarioCard;
  readonly onRestore: (card: ScenarioCard, said: string) => void;
}

function Restore({ card, onRestore }: RestoreProps) {
  const t = useHouseRulesTexts();
  const { language } = useLanguage();
  const standard = SHIPPED.cards.find(({ code }) => code === card.code);
  if (standard === undefined || originOf(card, SHIPPED.cards) === 'standard') return null;
  const name = standard.title[language];
  return (
    <Button
      look="quiet"
      aria-label={t.list.of(t.card.restore, name)}
      onClick={() => onRestore(standard, t.card.restored(name))}
    >
      {t.card.restore}
    </Button>
  );
}

interface MissingProps {
  readonly cards: Cards;
  readonly onBack: (card: ScenarioCard) => void;
}

function Missing({ cards, onBack }: MissingProps) {
  const t = useHouseRulesTexts();
  const { language } = useLanguage();
  const missing = missingCards(cards, SHIPPED.cards);
  if (missing.length === 0) return null;
  return (
    <section className="aw-stack aw-stack--tight">
      <Heading level={3}>{t.card.missing}</Heading>
      <ul className="aw-rules__missing">
        {missing.map((card) => (
          <li key={card.code}>
            {card.title[language]}
            <Button
              look="quiet"
              aria-label={t.list.of(t.card.bringBack, card.title[language])}
              onClick={() => onBack(card)}
            >
              {t.card.bringBack}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
