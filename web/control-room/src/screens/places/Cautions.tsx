import { useEffect, useState } from 'react';
import { Button } from '../../../../shared/src/components';
import type { Caution } from '../../../../shared/src/api/types';
import { CautionCard } from './CautionCard';
import { ProposeDialog } from './ProposeDialog';
import { usePlaceApi, usePlaceTexts } from './use-places';

/** The cautions of an address, for those who stand for them. Reading them is journalled. */
export function Cautions({ placeId }: { readonly placeId: string }) {
  const t = usePlaceTexts();
  const places = usePlaceApi();
  const [cautions, setCautions] = useState<readonly Caution[] | null>(null);
  const [proposing, setProposing] = useState(false);
  useEffect(() => {
    let wanted = true;
    void places.cautions(placeId).then((answer) => {
      if (wanted && answer.kind === 'ok') setCautions(answer.value.items);
    });
    return () => {
      wanted = false;
    };
  }, [places, placeId]);
  if (cautions === null) {
    return <p className="utrecht-paragraph">{t.loading}</p>;
  }
  const changed = (caution: Caution): void => {
    setProposing(false);
    const others = cautions.filter(({ id }) => id !== caution.id);
    setCautions(caution.state === 'ended' ? others : [caution, ...others]);
  };
  return (
    <>
      <p className="utrecht-paragraph">{cautions.length === 0 ? t.noCautions : t.lookedAt}</p>
      <ul className="aw-places__cautions">
        {cautions.map((caution) => (
          <CautionCard key={caution.id} caution={caution} onChanged={changed} />
        ))}
      </ul>
      <div className="aw-row">
        <Button onClick={() => setProposing(true)}>{t.propose}</Button>
      </div>
      {proposing ? (
        <ProposeDialog placeId={placeId} onProposed={changed} onClose={() => setProposing(false)} />
      ) : null}
    </>
  );
}
