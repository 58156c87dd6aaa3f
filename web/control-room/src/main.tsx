import '../../shared/src/theme/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Announcer, LanguageProvider } from '../../shared/src/components';
import { App } from './screens/App';
import { registerServiceWorker } from './shell/notices';
import { SessionDesk } from './shell/session';

registerServiceWorker();

const root = document.getElementById('app');
if (root !== null) {
  const session = new SessionDesk();
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <Announcer>
          <App session={session} />
        </Announcer>
      </LanguageProvider>
    </StrictMode>,
  );
}
