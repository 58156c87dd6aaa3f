import { useState } from 'react';
import { Button, Heading, TextField } from '../../../../shared/src/components';
import { hashOf } from '../../core/route';
import { mayManageCautions } from '../../core/rights';
import { FaultLine } from '../FaultLine';
import { LoadFault } from '../LoadFault';
import { useSeat, useTexts } from '../room-context';
import { ToDecide } from './ToDecide';
import { useFound, usePlaceApi, usePlaceTexts, useRequest, type Found } from './use-places';
import './places.css';

/** Finds an address that is known, or adds one: from the register, or by hand. */
export function PlacesPage() {
  const t = usePlaceTexts();
  const { me } = useSeat();
  const [typed, setTyped] = useState('');
  const found = useFound(typed);
  return (
    <div className="aw-places">
      <Heading level={1} focusOnShow>
        {t.title}
      </Heading>
      <TextField
        label={t.search}
        hint={t.searchHint}
        type="search"
        autoComplete="off"
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {found.value === null ? null : <Results found={found.value} again={found.again} />}
      {mayManageCautions(me.roles) ? <ToDecide /> : null}
    </div>
  );
}

interface ResultsProps {
  readonly found: Found;
  readonly again: () => Promise<void>;
}

function Results({ found, again }: ResultsProps) {
  const t = usePlaceTexts();
  const app = useTexts().app;
  const places = usePlaceApi();
  const request = useRequest();
  const known = found.known.kind === 'ok' ? found.known.value.items : null;
  const failed = found.known.kind === 'ok' ? null : found.known;
  const choose = async (id: string): Promise<void> => {
    const chosen = await request.run(places.lookUp(id));
    if (chosen?.address) open((await request.run(places.add(chosen.address)))?.id);
  };
  const addByHand = async (): Promise<void> =>
    open((await request.run(places.add({ text: found.text })))?.id);
  return (
    <div className="aw-places__results" aria-live="polite">
      <section className="aw-places__found">
        <Heading level={2}>{t.known}</Heading>
        <LoadFault of={{ failed, again }} />
        {known?.length === 0 ? <p className="utrecht-paragraph">{t.nothing}</p> : null}
        <ul className="aw-places__list">
          {known?.map((place) => (
            <li key={place.id}>
              <a className="aw-places__link" href={hashOf({ page: 'place', placeId: place.id })}>
                {place.address.text}
              </a>
            </li>
          ))}
        </ul>
      </section>
      {found.registerThere ? (
        <section className="aw-places__found">
          <Heading level={2}>{t.register}</Heading>
          <ul className="aw-places__list">
            {found.suggested.map(({ id, label }) => (
              <li key={id}>
                <Button look="quiet" busy={request.busy} onClick={() => void choose(id)}>
                  {label}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <p className="utrecht-paragraph">{t.registerAway}</p>
      )}
      <FaultLine act={{ ...request, canRetry: false }} />
      <Button busy={request.busy} onClick={() => void addByHand()}>
        {request.busy ? app.working : t.addByHand(found.text)}
      </Button>
    </div>
  );
}

function open(placeId: string | undefined): void {
  if (placeId !== undefined) location.hash = hashOf({ page: 'place', placeId });
}
