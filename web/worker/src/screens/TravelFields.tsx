import { SelectField } from '../../../shared/src/components';
import type { TravelMode } from '../../../shared/src/api/types';
import { vehicleLine, vehiclesFor, type Travel } from '../core/packing';
import { useApp, useText } from './app-context';

const MODES: readonly TravelMode[] = ['car', 'bicycle', 'walking', 'public-transport', 'other'];
const OWN = 'own';

interface TravelFieldsProps {
  readonly travel: Travel;
  readonly onChange: (travel: Travel) => void;
}

/** How the worker travels, and in what: colleagues look for that car when nobody answers. */
export function TravelFields({ travel, onChange }: TravelFieldsProps) {
  const { shown } = useApp();
  const text = useText();
  const vehicles = vehiclesFor(travel.travelMode, shown.phone.me?.vehicles ?? []);
  const car = travel.travelMode === 'car';
  return (
    <>
      <SelectField
        label={text.start.travel}
        choices={MODES.map((value) => ({ value, label: text.start.modes[value] }))}
        value={travel.travelMode}
        onChange={(travelMode) => onChange({ travelMode, vehicleId: null })}
      />
      {vehicles.length === 0 ? null : (
        <SelectField
          label={car ? text.start.vehicle : text.vehicles.which}
          choices={[
            { value: OWN, label: car ? text.start.noVehicle : text.vehicles.another },
            ...vehicles.map((vehicle) => ({ value: vehicle.id, label: vehicleLine(vehicle) })),
          ]}
          value={travel.vehicleId ?? OWN}
          onChange={(chosen) => onChange({ ...travel, vehicleId: chosen === OWN ? null : chosen })}
        />
      )}
    </>
  );
}
