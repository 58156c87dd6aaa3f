import { useState, type FormEvent } from 'react';
import {
  Alert,
  Button,
  ChipsField,
  Heading,
  TextField,
  useSharedText,
} from '../../../shared/src/components';
import { anything, vehicleSchema } from '../../../shared/src/api/parse';
import { plateCheckSchema } from '../../../shared/src/api/parse-on-the-way';
import type { PlateWarning, Vehicle } from '../../../shared/src/api/types';
import {
  EMPTY_VEHICLE,
  vehicleFrom,
  vehicleLine,
  withFound,
  type VehicleForm,
} from '../core/packing';
import { notDone } from '../text';
import { go, useApp, useText } from './app-context';
import './visits.css';

const KINDS: readonly Vehicle['kind'][] = ['car', 'bicycle', 'moped', 'other'];

/** What the worker travels in. A plate that looks wrong is doubted aloud and taken all the same. */
export function Vehicles() {
  const { shell, shown } = useApp();
  const text = useText();
  const shared = useSharedText();
  const [said, say] = useState('');
  const vehicles = shown.phone.me?.vehicles ?? [];

  const remove = async (vehicle: Vehicle) => {
    const answer = await shell.api.call({
      method: 'DELETE',
      path: `/me/vehicles/${vehicle.id}`,
      schema: anything,
    });
    const gone = answer.kind === 'ok' || (answer.kind === 'problem' && answer.status === 404);
    say(gone ? text.vehicles.removed(vehicle.description) : notDone(text, answer));
    if (gone) void shell.refresh();
  };

  return (
    <>
      <Heading level={1} focusOnShow>
        {text.vehicles.title}
      </Heading>
      <p className="utrecht-paragraph aw-quiet">{text.vehicles.why}</p>
      {vehicles.length === 0 ? <p className="utrecht-paragraph">{text.vehicles.none}</p> : null}
      <ul className="aw-visits">
        {vehicles.map((vehicle) => (
          <li key={vehicle.id} className="aw-visits__visit">
            <div className="aw-visits__facts">
              <strong>{vehicleLine(vehicle)}</strong>
              <span>{text.vehicles.kinds[vehicle.kind]}</span>
            </div>
            <Button
              aria-label={text.vehicles.removeThis(vehicle.description)}
              onClick={() => void remove(vehicle)}
            >
              {text.vehicles.remove}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" className="aw-said">
        {said}
      </p>
      <AddVehicle onAdded={(vehicle) => say(text.vehicles.added(vehicleLine(vehicle)))} />
      <Button look="quiet" onClick={() => go('settings')}>
        {shared.back}
      </Button>
    </>
  );
}

function AddVehicle({ onAdded }: { readonly onAdded: (vehicle: Vehicle) => void }) {
  const { shell } = useApp();
  const text = useText();
  const shared = useSharedText();
  const [form, setForm] = useState<VehicleForm>(EMPTY_VEHICLE);
  const [warnings, setWarnings] = useState<readonly PlateWarning[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (changed: Partial<VehicleForm>) => setForm((now) => ({ ...now, ...changed }));

  const checkPlate = async () => {
    const plate = form.plate.trim();
    setWarnings([]);
    if (plate === '') return;
    const answer = await shell.api.call({
      method: 'POST',
      asks: true,
      path: '/me/plate-checks',
      body: { plate },
      schema: plateCheckSchema,
    });
    if (answer.kind !== 'ok') return;
    setWarnings(answer.value.warnings);
    // What was typed meanwhile stays.
    setForm((now) => (now.plate.trim() === plate ? withFound(now, answer.value) : now));
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const vehicle = vehicleFrom(form);
    setFault(vehicle === null ? text.vehicles.missing : null);
    if (vehicle === null) return;
    setBusy(true);
    const answer = await shell.api.call({
      method: 'POST',
      path: '/me/vehicles',
      body: vehicle,
      schema: vehicleSchema,
    });
    setBusy(false);
    if (answer.kind !== 'ok') {
      setFault(answer.kind === 'problem' ? answer.problem.detail : shared.noConnection);
      return;
    }
    setForm(EMPTY_VEHICLE);
    setWarnings([]);
    onAdded(answer.value);
    void shell.refresh();
  };

  return (
    <form className="aw-panel aw-stack" onSubmit={(event) => void submit(event)} noValidate>
      <Heading level={2}>{text.vehicles.add}</Heading>
      <ChipsField
        label={text.vehicles.kind}
        choices={KINDS.map((value) => ({ value, label: text.vehicles.kinds[value] }))}
        value={form.kind}
        onChange={(kind) => change({ kind })}
      />
      {form.kind === 'bicycle' ? null : (
        <TextField
          label={text.vehicles.plate}
          hint={text.vehicles.plateHint}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={16}
          value={form.plate}
          onChange={(event) => change({ plate: event.target.value })}
          onBlur={() => void checkPlate()}
        />
      )}
      <div aria-live="polite">
        {warnings.map((warning) => (
          <Alert key={warning} tone="warning">
            <p className="utrecht-paragraph">{text.vehicles.warnings[warning]}</p>
          </Alert>
        ))}
      </div>
      <TextField
        label={text.vehicles.brand}
        hint={text.vehicles.brandHint}
        error={fault}
        autoComplete="off"
        maxLength={40}
        value={form.brand}
        onChange={(event) => change({ brand: event.target.value })}
      />
      <TextField
        label={text.vehicles.colour}
        autoComplete="off"
        maxLength={40}
        value={form.colour}
        onChange={(event) => change({ colour: event.target.value })}
      />
      <Button look="primary" type="submit" busy={busy}>
        {text.vehicles.add}
      </Button>
    </form>
  );
}
