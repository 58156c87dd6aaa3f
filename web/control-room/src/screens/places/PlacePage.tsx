import { useCallback } from 'react';
import { Heading, useLanguage, useLoaded } from '../../../../shared/src/components';
import type { KnownPlace } from '../../../../shared/src/api/types';
import { hashOf } from '../../core/route';
import { mayMakeFileOfPlace, mayManageCautions } from '../../core/rights';
import { fileOf } from '../../shell/privacy-api';
import { privacyTexts } from '../../text/privacy';
import { Facts, type Fact } from '../Facts';
import { Loading } from '../LoadFault';
import { useSeat } from '../room-context';
import { Cautions } from './Cautions';
import { NotesForm } from './NotesForm';
import { dayText } from './say-day';
import { usePlaceApi, usePlaceTexts } from './use-places';
import './places.css';

/** All that is known of one address. */
export function PlacePage({ placeId }: { readonly placeId: string }) {
  const t = usePlaceTexts();
  const places = usePlaceApi();
  const loaded = useLoaded(useCallback(() => places.place(placeId), [places, placeId]));
  return (
    <div className="aw-places">
      <a className="aw-places__link" href={hashOf({ page: 'places' })}>
        {t.back}
      </a>
      <Loading of={loaded} unknown={t.notFound} />
      {loaded.value === null ? null : <Known place={loaded.value} onChanged={loaded.set} />}
    </div>
  );
}

interface KnownProps {
  readonly place: KnownPlace;
  readonly onChanged: (place: KnownPlace) => void;
}

function Known({ place, onChanged }: KnownProps) {
  const t = usePlaceTexts();
  const { language } = useLanguage();
  const { me } = useSeat();
  return (
    <>
      <Heading level={1} focusOnShow>
        {place.address.text}
      </Heading>
      <Facts facts={useFacts(place)} />
      <section className="aw-places__found">
        <Heading level={2}>{t.cautions}</Heading>
        {mayManageCautions(me.roles) ? (
          <Cautions placeId={place.id} />
        ) : (
          <p className="utrecht-paragraph">{t.cautionsOnly(place.cautionsInForce)}</p>
        )}
      </section>
      <NotesForm key={place.version} place={place} onChanged={onChanged} />
      {mayMakeFileOfPlace(me.roles) ? (
        <a
          className="utrecht-link utrecht-link--html-a aw-places__link"
          href={fileOf('places', place.id, language)}
          download
        >
          {privacyTexts[language].file.ofPlace}
        </a>
      ) : null}
    </>
  );
}

function useFacts(place: KnownPlace): Fact[] {
  const t = usePlaceTexts();
  const { language } = useLanguage();
  const { address, coverage, hotSpots } = place;
  const told = coverage.filter(({ visits }) => visits > 0);
  return [
    ...(address.postcode ? [{ name: t.postcode, value: address.postcode }] : []),
    ...(address.neighbourhoodCode
      ? [{ name: t.neighbourhood, value: address.neighbourhoodCode }]
      : []),
    {
      name: t.hotSpots,
      value:
        hotSpots.length === 0
          ? t.noHotSpot
          : hotSpots
              .map(({ reason, endsAt }) => t.hotSpotUntil(reason, dayText(endsAt, language)))
              .join(' · '),
    },
    ...(told.length === 0 ? [{ name: t.coverage, value: t.coverageUnknown }] : []),
    ...told.map(({ floor, silent, visits, poor }) => ({
      name: floor === '' ? t.coverage : `${t.coverage}, ${floor}`,
      value: `${t.coverageOf(silent, visits)}.${poor ? ` ${t.coveragePoor}` : ''}`,
    })),
  ];
}
