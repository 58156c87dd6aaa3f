import { useEffect, useState } from 'react';
import { Heading } from '../../../../shared/src/components';
import type { Caution } from '../../../../shared/src/api/types';
import { hashOf } from '../../core/route';
import { usePlaceApi, usePlaceTexts } from './use-places';

/** Proposals, and cautions that should be looked at again. */
export function ToDecide() {
  const t = usePlaceTexts();
  const places = usePlaceApi();
  const [cautions, setCautions] = useState<readonly Caution[] | null>(null);
  useEffect(() => {
    let wanted = true;
    void places.toDecide().then((answer) => {
      if (wanted && answer.kind === 'ok') setCautions(answer.value.items);
    });
    return () => {
      wanted = false;
    };
  }, [places]);
  return cautions === null ? null : (
    <section className="aw-places__found">
      <Heading level={2}>{t.toDecide}</Heading>
      {cautions.length === 0 ? <p className="utrecht-paragraph">{t.nothingToDecide}</p> : null}
      <ul className="aw-places__list">
        {cautions.map((caution) => (
          <li key={caution.id} className="aw-places__decision">
            <span>
              {t.states[caution.state]} · {t.kinds[caution.kind]} · {caution.behaviour}
            </span>
            <a
              className="aw-places__link"
              href={hashOf({ page: 'place', placeId: caution.placeId })}
            >
              {t.open}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
