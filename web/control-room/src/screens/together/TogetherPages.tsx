import type { Route } from '../../core/route';
import { AgreementsPage } from './AgreementsPage';
import { MeetingPage } from './MeetingPage';
import { MeetingsPage } from './MeetingsPage';
import { ProtocolPage } from './ProtocolPage';

type TogetherRoute = Extract<
  Route,
  { readonly page: 'protocol' | 'agreements' | 'meetings' | 'meeting' }
>;

/** What a team reads, agrees and decides together. */
export default function TogetherPages({ route }: { readonly route: TogetherRoute }) {
  switch (route.page) {
    case 'protocol':
      return <ProtocolPage part={route.part} />;
    case 'agreements':
      return <AgreementsPage />;
    case 'meetings':
      return <MeetingsPage />;
    case 'meeting':
      return <MeetingPage key={route.meetingId} meetingId={route.meetingId} />;
  }
}
