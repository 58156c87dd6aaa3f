import { useState } from 'react';
import { Button, Dialog, SwitchField } from '../../../../shared/src/components';
import { Icon, type IconName } from '../Icon';
import { useTexts } from '../room-context';
import { singleKeysOn, turnSingleKeys } from './use-keys';

const ICONS: Readonly<Record<string, IconName>> = {
  alarm: 'alarm',
  overdue: 'overdue',
  running: 'running',
};

/** The keys, and what the colours and signs mean. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts();
  const [keysOn, setKeysOn] = useState(singleKeysOn);
  return (
    <Dialog title={t.help.title} onClose={onClose}>
      <dl className="aw-help__keys">
        {t.help.keys.map(([key, meaning]) => (
          <div key={key} className="aw-help__key">
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <SwitchField
        label={t.help.singleKeys}
        hint={t.help.singleKeysHint}
        on={keysOn}
        onChange={(on) => {
          turnSingleKeys(on);
          setKeysOn(on);
        }}
      />
      <h3 className="utrecht-heading-3">{t.help.meaning}</h3>
      <ul className="aw-help__levels">
        {t.help.levels.map(([level, meaning]) => (
          <li key={level} className={`aw-help__level aw-help__level--${level}`}>
            <Icon name={ICONS[level ?? ''] ?? 'running'} /> {meaning}
          </li>
        ))}
      </ul>
      <p className="utrecht-paragraph">{t.help.ring}</p>
      <Button onClick={onClose}>{t.app.closeDialog}</Button>
    </Dialog>
  );
}
