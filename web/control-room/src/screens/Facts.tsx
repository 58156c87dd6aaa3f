import type { ReactNode } from 'react';
import './facts.css';

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** Names with their values, as a list that a screen reader reads in pairs. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="aw-facts">
      {facts.map(({ name, value }) => (
        <div className="aw-facts__pair" key={name}>
          <dt className="aw-facts__name">{name}</dt>
          <dd className="aw-facts__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
