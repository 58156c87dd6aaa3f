package nl.achterwacht.http;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import nl.achterwacht.account.AccountRegister;
import nl.achterwacht.account.CodeRegister;
import nl.achterwacht.account.PasskeyRegister;
import nl.achterwacht.account.SessionRegister;
import nl.achterwacht.account.SignIn;
import nl.achterwacht.alarm.AlarmKeeper;
import nl.achterwacht.alarm.AlarmRegister;
import nl.achterwacht.base.Database;
import nl.achterwacht.http.api.AlarmDoors;
import nl.achterwacht.http.api.AlarmPageView;
import nl.achterwacht.http.api.Assurance;
import nl.achterwacht.http.api.BoardView;
import nl.achterwacht.http.api.Debriefing;
import nl.achterwacht.http.api.JournalView;
import nl.achterwacht.http.api.MeView;
import nl.achterwacht.http.api.OwnSilence;
import nl.achterwacht.http.api.PolicyNames;
import nl.achterwacht.http.api.SignedIn;
import nl.achterwacht.http.api.UnprovenPanic;
import nl.achterwacht.http.api.WatchDoors;
import nl.achterwacht.http.api.WorkerWatchView;
import nl.achterwacht.http.api.WorkplaceCards;
import nl.achterwacht.http.board.BoardFeed;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.http.frame.CallInstead;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Callers;
import nl.achterwacht.http.frame.Contract;
import nl.achterwacht.http.frame.Lanes;
import nl.achterwacht.http.frame.Lanes.Lane;
import nl.achterwacht.http.frame.Patience;
import nl.achterwacht.http.frame.SessionCookie;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.journal.JournalReader;
import nl.achterwacht.notify.NoticeRegister;
import nl.achterwacht.notify.WebhookRegister;
import nl.achterwacht.people.ContactRegister;
import nl.achterwacht.people.DutyRegister;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.policy.PolicyRegister;
import nl.achterwacht.signal.SignalKeeper;
import nl.achterwacht.travel.ReachabilityRegister;
import nl.achterwacht.visit.Planner;
import nl.achterwacht.visit.SeriesRegister;
import nl.achterwacht.visit.VisitListener;
import nl.achterwacht.visit.VisitRegister;
import nl.achterwacht.watch.Intake;
import nl.achterwacht.watch.WatchKeeper;
import nl.achterwacht.watch.WatchRegister;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The parts of the web side, by hand. From {@code app} it needs {@link HttpSettings}, the database,
 * the clock, the keepers and registers, {@link Assurance} and the push key. The routes themselves
 * are found by Spring; {@link WebFrame} puts the frame around them.
 */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {
  private static final int URGENT_PLACES = 32;
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  @Bean
  Contract contract() {
    return Contract.load();
  }

  @Bean
  SessionCookie sessionCookie(HttpSettings settings) {
    return new SessionCookie(settings.isSecure());
  }

  @Bean
  Patience patience(HttpSettings settings) {
    return new Patience(settings.patience(), settings.places());
  }

  @Bean
  Lanes lanes(
      Database database,
      @Qualifier("urgentDatabase") Database urgentDatabase,
      Patience patience,
      HttpSettings settings) {
    return new Lanes(
        new Lane(patience, database),
        new Lane(new Patience(settings.patience(), URGENT_PLACES), urgentDatabase));
  }

  @Bean
  CallInstead callInstead(HttpSettings settings, SessionCookie cookie) {
    return new CallInstead(settings.callInstead(), cookie);
  }

  @Bean
  Callers callers(
      Lanes lanes, SessionRegister sessions, PeopleRegister people, CallInstead callInstead) {
    Callers.Lookup lookup =
        (tx, session) ->
            Optional.ofNullable(people.person(tx, session.organisation(), session.person()))
                .map(p ->
                    new Caller(session, p.name(), java.util.Set.copyOf(p.roles()), p.language()));
    return new Callers(lanes, sessions, lookup, callInstead);
  }

  @Bean
  Acts acts(Lanes lanes, InstantSource clock) {
    return new Acts(lanes, clock);
  }

  @Bean
  AccountRegister accountRegister(Database database) {
    return new AccountRegister(database);
  }

  @Bean
  SessionRegister sessionRegister(InstantSource clock) {
    return new SessionRegister(clock);
  }

  @Bean
  SignIn signIn(
      Database database, InstantSource clock, AccountRegister accounts, SessionRegister sessions) {
    return new SignIn(database, clock, accounts, sessions);
  }

  @Bean
  PasskeyRegister passkeyRegister(
      InstantSource clock, AccountRegister accounts, SessionRegister sessions) {
    return new PasskeyRegister(clock, accounts, sessions);
  }

  @Bean
  CodeRegister codeRegister(InstantSource clock) {
    return new CodeRegister(clock);
  }

  @Bean
  VisitRegister visitRegister(InstantSource clock, WatchKeeper watches, VisitListener listener) {
    return new VisitRegister(clock, watches, listener);
  }

  @Bean
  ReachabilityRegister reachabilityRegister(
      InstantSource clock, WatchKeeper watches, Journal journal) {
    return new ReachabilityRegister(clock, watches, journal);
  }

  @Bean
  SeriesRegister seriesRegister(InstantSource clock, VisitRegister visits) {
    return new SeriesRegister(clock, visits, AMSTERDAM);
  }

  @Bean
  Planner planner() {
    return new Planner(AMSTERDAM);
  }

  @Bean
  PolicyRegister policyRegister(InstantSource clock, Journal journal) {
    return new PolicyRegister(clock, journal);
  }

  @Bean
  PolicyNames policyNames(PeopleRegister people) {
    return new PolicyNames(people);
  }

  @Bean
  ContactRegister contactRegister() {
    return new ContactRegister();
  }

  @Bean
  DutyRegister dutyRegister() {
    return new DutyRegister();
  }

  @Bean
  WebhookRegister webhookRegister() {
    return new WebhookRegister();
  }

  @Bean
  MeView meView(PeopleRegister people, CodeRegister codes, InstantSource clock) {
    return new MeView(people, codes, clock);
  }

  @Bean
  SignedIn signedIn(MeView me, Acts acts, SessionCookie cookie) {
    return new SignedIn(me, acts, cookie);
  }

  @Bean
  WorkerWatchView workerWatchView(
      MeView me, AlarmRegister alarms, PeopleRegister people, InstantSource clock) {
    return new WorkerWatchView(me, alarms, people, clock);
  }

  @Bean
  WatchDoors watchDoors(
      WatchKeeper keeper,
      Intake intake,
      WatchRegister register,
      AlarmRegister alarms,
      CodeRegister codes,
      WorkerWatchView view,
      Journal journal,
      SignalKeeper signals,
      Acts acts,
      InstantSource clock) {
    return new WatchDoors(
        keeper,
        intake,
        register,
        alarms,
        codes,
        view,
        journal,
        new Debriefing(signals),
        acts,
        clock);
  }

  @Bean
  UnprovenPanic unprovenPanic(
      AlarmKeeper alarms,
      AlarmRegister register,
      PeopleRegister people,
      Journal journal,
      Acts acts,
      InstantSource clock) {
    return new UnprovenPanic(alarms, register, people, journal, acts, clock);
  }

  @Bean
  OwnSilence ownSilence(WatchRegister watches, AlarmRegister alarms) {
    return new OwnSilence(watches, alarms);
  }

  @Bean
  BoardView boardView(
      WatchRegister watches,
      AlarmRegister alarms,
      PeopleRegister people,
      JournalReader journal,
      OwnSilence silence,
      Assurance assurance,
      InstantSource clock) {
    return new BoardView(watches, alarms, people, journal, silence, assurance, clock);
  }

  @Bean
  BoardFeed boardFeed(Database database, JournalReader journal, BoardView view) {
    return new BoardFeed(database, journal, view);
  }

  @Bean
  JournalView journalView(JournalReader journal, PeopleRegister people, OwnSilence silence) {
    return new JournalView(journal, people, silence, AMSTERDAM);
  }

  @Bean
  AlarmDoors alarmDoors(
      AlarmKeeper keeper,
      AlarmRegister register,
      PeopleRegister people,
      Journal journal,
      BoardView board,
      OwnSilence silence,
      Acts acts,
      InstantSource clock) {
    return new AlarmDoors(keeper, register, people, journal, board, silence, acts, clock);
  }

  @Bean
  AlarmPageView alarmPageView(
      AlarmDoors doors,
      WatchRegister watches,
      NoticeRegister notices,
      JournalView journal,
      WorkplaceCards cards) {
    return new AlarmPageView(doors, watches, notices, journal, cards);
  }

  @Bean
  NumbersToCall numbersToCall(Database database, PeopleRegister people, CallInstead callInstead) {
    var numbers = new NumbersToCall(database, people, callInstead);
    numbers.start();
    return numbers;
  }
}
