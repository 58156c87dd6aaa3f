import '../../shared/src/theme/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Announcer, Heading, LanguageProvider } from '../../shared/src/components';

const root = document.getElementById('app');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <Announcer>
          <Heading level={1}>Achterwacht</Heading>
        </Announcer>
      </LanguageProvider>
    </StrictMode>,
  );
}
