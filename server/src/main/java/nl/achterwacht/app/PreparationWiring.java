package nl.achterwacht.app;

import java.time.InstantSource;
import nl.achterwacht.http.api.PreparationRoutes;
import nl.achterwacht.http.api.PreparationSight;
import nl.achterwacht.http.api.PreparationView;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.notify.NoticeKeeper;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.RosterReader;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.place.area.HotSpots;
import nl.achterwacht.place.caution.CautionKeeper;
import nl.achterwacht.place.coverage.CoverageMemory;
import nl.achterwacht.policy.ExampleVisits;
import nl.achterwacht.policy.Policy;
import nl.achterwacht.policy.PolicyRegister;
import nl.achterwacht.preparation.CompanionRegister;
import nl.achterwacht.preparation.GuidanceRegister;
import nl.achterwacht.preparation.Judging;
import nl.achterwacht.preparation.PreparationDoors;
import nl.achterwacht.preparation.PreparationFollowUp;
import nl.achterwacht.preparation.PreparationKeeper;
import nl.achterwacht.preparation.Surroundings;
import nl.achterwacht.travel.ReachabilityRegister;
import nl.achterwacht.visit.VisitListener;
import nl.achterwacht.visit.VisitRegister;
import nl.achterwacht.watch.WatchKeeper;
import nl.achterwacht.watch.WatchRegister;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Getting ready for a visit: the keeper, what it judges by, and what screens see of it. */
@Configuration(proxyBeanMethods = false)
class PreparationWiring {
  @Bean
  Surroundings surroundings(
      PeopleRegister people,
      PlaceRegister places,
      CautionKeeper cautions,
      CoverageMemory coverage,
      HotSpots hotSpots) {
    return new VisitSurroundings(people, places, cautions, coverage, hotSpots);
  }

  /** Loading the engine of the tables takes a second, for which the first visit must not wait. */
  @Bean
  ApplicationListener<ApplicationReadyEvent> tablesAreRead() {
    return _ ->
        Thread.ofPlatform()
            .name("policy")
            .daemon()
            .start(() -> Policy.standard().judge(ExampleVisits.all().getFirst().facts(), 1));
  }

  @Bean
  Judging judging(PolicyRegister policy) {
    return new JudgingByPolicy(policy);
  }

  /** The register of visits is made first: it calls up, once both are there. */
  @Bean
  VisitListener visitListener(ObjectProvider<PreparationKeeper> keeper) {
    return (tx, visit, by) -> keeper.getObject().changed(tx, visit, by);
  }

  @Bean
  PreparationFollowUp preparationFollowUp(
      NoticeKeeper notices, Journal journal, RosterReader rosters, PeopleRegister people) {
    return new PreparationFollowUp(notices, journal, rosters, people);
  }

  @Bean
  PreparationDoors preparationDoors(
      VisitRegister visits,
      WatchKeeper watches,
      WatchRegister watchRegister,
      PeopleRegister people,
      Judging judging,
      Surroundings surroundings,
      ReachabilityRegister reachability) {
    return new PreparationDoors(
        visits, watches, watchRegister, people, judging, surroundings, reachability);
  }

  @Bean
  PreparationKeeper preparationKeeper(
      InstantSource clock, PreparationDoors doors, PreparationFollowUp followUp) {
    return new PreparationKeeper(clock, doors, followUp);
  }

  @Bean
  CompanionRegister companionRegister(
      InstantSource clock, VisitRegister visits, PreparationFollowUp followUp) {
    return new CompanionRegister(clock, visits, followUp);
  }

  @Bean
  GuidanceRegister guidanceRegister(InstantSource clock, Journal journal) {
    return new GuidanceRegister(clock, journal);
  }

  @Bean
  PreparationSight preparationSight(VisitRegister visits, PreparationKeeper keeper) {
    return new PreparationSight(visits, keeper);
  }

  @Bean
  PreparationView preparationView(
      PreparationKeeper keeper,
      CompanionRegister companions,
      PeopleRegister people,
      WatchRegister watches) {
    return new PreparationView(keeper, companions, people, watches);
  }

  @Bean
  PreparationRoutes.Doors preparationRouteDoors(
      PreparationKeeper keeper,
      PreparationSight sight,
      PreparationView view,
      PreparationFollowUp followUp,
      CompanionRegister companions,
      PeopleRegister people) {
    return new PreparationRoutes.Doors(keeper, sight, view, followUp, companions, people);
  }
}
