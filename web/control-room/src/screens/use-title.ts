import { useEffect } from 'react';
import { useTexts } from './room-context';

/** The name in the tab of the browser, for as long as the page is shown. */
export function useTitle(title: string): void {
  const { app } = useTexts();
  useEffect(() => {
    document.title = `${title} · ${app.name}`;
    return () => {
      document.title = app.room;
    };
  }, [title, app]);
}
