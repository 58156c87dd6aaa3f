import { useCallback, useState } from 'react';
import { Button, useLoaded } from '../../../../shared/src/components';
import type { Caution } from '../../../../shared/src/api/types';
import { Loading } from '../LoadFault';
import { CautionCard } from './CautionCard';
import { ProposeDialog } from './ProposeDialog';
import { usePlaceApi, usePlaceTexts } from './use-places';

/** The cautions of an address, for those who stand for them. Reading them is journalled. */
export function Cautions({ placeId }: { readonly placeId: string }) {
  const t = usePlaceTexts();
  const places = usePlaceApi();
  const loaded = useLoaded(useCallback(() => places.cautions(placeId), [places, placeId]));
  const [proposing, setProposing] = useState(false);
  if (loaded.value === null) {
    return <Loading of={loaded} words={t.cautionsFailed} />;
  }
  const cautions = loaded.value.items;
  const changed = (caution: Caution): void => {
    setProposing(false);
    const others = cautions.filter(({ id }) => id !== caution.id);
    loaded.set({ items: caution.state === 'ended' ? others : [caution, ...others] });
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
