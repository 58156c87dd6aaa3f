import type { ComponentProps } from 'react';
import { SelectField, type Loaded } from '../../../shared/src/components';
import type { Named } from '../shell/people-api';
import { LoadFault } from './LoadFault';

type SelectProps = ComponentProps<typeof SelectField<string>>;

interface NamedFieldProps<T extends Named> extends Omit<SelectProps, 'choices'> {
  readonly of: Pick<Loaded<{ readonly items: readonly T[] }>, 'value' | 'failed' | 'again'>;
  readonly fits?: (one: T) => boolean;
  /** What can be chosen besides. */
  readonly first?: SelectProps['choices'];
}

/** A choice from a list of the server; a list that did not come is no empty list. */
export function NamedField<T extends Named>(props: NamedFieldProps<T>) {
  const { of, fits = () => true, first = [], value, ...field } = props;
  const items = (of.value?.items ?? []).filter(fits);
  const choices = [...first, ...items.map(({ id, name }) => ({ value: id, label: name }))];
  const isThere = choices.some((choice) => choice.value === value);
  return (
    <>
      <SelectField {...field} choices={choices} value={isThere ? value : null} />
      <LoadFault of={of} />
    </>
  );
}
