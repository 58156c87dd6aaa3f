export { AgreementsScreen } from './AgreementsScreen';
export { MeetingsScreen } from './MeetingsScreen';
export { ProtocolScreen } from './ProtocolScreen';
