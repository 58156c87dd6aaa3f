import { useState } from 'react';
import { Button, useLanguage } from '../../../../shared/src/components';
import type { Caution } from '../../../../shared/src/api/types';
import { useSeat } from '../room-context';
import { CautionActDialog } from './CautionActDialog';
import { actsOn, type ActKind } from './caution-acts';
import { dayText } from './say-day';
import { usePlaceTexts } from './use-places';

interface CautionCardProps {
  readonly caution: Caution;
  readonly onChanged: (caution: Caution) => void;
}

/** One caution: what was done, how we know, who stands for it, until when, and the reply. */
export function CautionCard({ caution, onChanged }: CautionCardProps) {
  const t = usePlaceTexts();
  const { me } = useSeat();
  const lines = useLines(caution);
  const [acting, setActing] = useState<ActKind | null>(null);
  const isOwn = caution.state === 'proposed' && caution.proposedByName === me.name;
  return (
    <li className="aw-places__caution">
      <p className="aw-places__state">
        {t.states[caution.state]} · {t.kinds[caution.kind]}
      </p>
      <p className="utrecht-paragraph aw-places__behaviour">{caution.behaviour}</p>
      {caution.wordHints.length === 0 ? null : (
        <p className="utrecht-paragraph">{t.wordHint(caution.wordHints.join(', '))}</p>
      )}
      <ul className="aw-places__lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {isOwn ? <p className="utrecht-paragraph">{t.ownProposal}</p> : null}
      <div className="aw-row">
        {actsOn(caution, isOwn).map((kind) => (
          <Button key={kind} onClick={() => setActing(kind)}>
            {t.acts[kind]}
          </Button>
        ))}
      </div>
      {acting === null ? null : (
        <CautionActDialog
          caution={caution}
          kind={acting}
          onDone={(changed) => {
            setActing(null);
            onChanged(changed);
          }}
          onClose={() => setActing(null)}
        />
      )}
    </li>
  );
}

function useLines(caution: Caution): string[] {
  const t = usePlaceTexts();
  const { language } = useLanguage();
  const day = (moment: string): string => dayText(moment, language);
  const { evidence, proposedByName, confirmedByName, confirmedAt, reviewAt, endsAt } = caution;
  const { letterSentOn, noLetterReason, reply } = caution;
  return [
    `${day(caution.happenedOn)} · ${t.sources[caution.source]}${evidence ? `: ${evidence}` : ''}`,
    t.proposedBy(proposedByName ?? '', day(caution.proposedAt)),
    ...(confirmedAt === null ? [] : [t.confirmedBy(confirmedByName ?? '', day(confirmedAt))]),
    letterSentOn !== null
      ? t.letterOn(day(letterSentOn))
      : noLetterReason !== null
        ? t.noLetter(noLetterReason)
        : t.letterMissing,
    ...(reply === null ? [] : [t.reply(reply)]),
    ...(reviewAt === null ? [] : [t.reviewOn(day(reviewAt))]),
    ...(endsAt === null ? [] : [t.endsOn(day(endsAt))]),
  ];
}
