import { Heading, useLoaded } from '../../../../shared/src/components';
import { hashOf } from '../../core/route';
import { Loading } from '../LoadFault';
import { usePlaceApi, usePlaceTexts } from './use-places';

/** Proposals, and cautions that should be looked at again. */
export function ToDecide() {
  const t = usePlaceTexts();
  const places = usePlaceApi();
  const loaded = useLoaded(places.toDecide);
  const cautions = loaded.value?.items;
  return (
    <section className="aw-places__found">
      <Heading level={2}>{t.toDecide}</Heading>
      <Loading of={loaded} words={t.cautionsFailed} />
      {cautions?.length === 0 ? <p className="utrecht-paragraph">{t.nothingToDecide}</p> : null}
      <ul className="aw-places__list">
        {cautions?.map((caution) => (
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
