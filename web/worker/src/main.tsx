import '../../shared/src/theme/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Root } from './screens/Root';
import { startHeartbeat } from './shell/heartbeat';
import { createPhoneShell } from './shell/phone-shell';
import { registerServiceWorker } from './shell/service-worker';
import { readSettings, showTheme } from './shell/settings';
import { openStore } from './shell/store';

showTheme(readSettings().theme);
registerServiceWorker();
const shell = createPhoneShell(await openStore());
startHeartbeat(shell);

const root = document.getElementById('app');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <Root shell={shell} />
    </StrictMode>,
  );
}
