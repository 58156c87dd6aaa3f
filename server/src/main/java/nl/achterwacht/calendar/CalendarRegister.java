package nl.achterwacht.calendar;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.calendar.Subscription.Health;
import nl.achterwacht.calendar.Subscription.Login;
import nl.achterwacht.calendar.Subscription.Sync;
import org.jspecify.annotations.Nullable;

/** The calendars of workers, and what they accepted once and for all. */
public final class CalendarRegister {
  /** The most calendars that one person may have read. */
  public static final int MOST = 10;

  /** The most rules of one calendar. */
  public static final int MOST_RULES = 20;

  private final InstantSource clock;
  private final PasswordBox passwords;
  private final CalendarStore store = new CalendarStore();

  public CalendarRegister(InstantSource clock, PasswordBox passwords) {
    this.clock = clock;
    this.passwords = passwords;
  }

  /**
   * A calendar to be added.
   *
   * @param password of {@code userName}; null when none is asked there
   */
  public record NewSubscription(
      String name,
      Subscription.Kind kind,
      String url,
      @Nullable String userName,
      @Nullable String password,
      boolean keepsTitles) {
    @Override
    public String toString() {
      return "NewSubscription[…]";
    }
  }

  /** Whether passwords can be kept here. */
  public boolean keepsPasswords() {
    return passwords.hasKey();
  }

  public List<Subscription> of(Tx tx, OrganisationId organisation, PersonId person) {
    return store.of(tx, organisation, person);
  }

  /** The rules of a calendar. */
  public List<Rule> rules(Tx tx, Subscription of) {
    return store.rules(tx, of.organisation(), of.id());
  }

  /** One calendar of this person. */
  public Optional<Subscription> find(Tx tx, OrganisationId organisation, PersonId person, UUID id) {
    return of(tx, organisation, person).stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Adds a calendar; it is read soon. Its address was not tried: what is wrong shows by then. */
  public Subscription add(
      Tx tx, OrganisationId organisation, PersonId person, NewSubscription asked) {
    UUID id = Ids.next();
    String password = asked.password();
    var made =
        new Subscription(
            organisation,
            id,
            person,
            asked.name(),
            asked.kind(),
            new Login(
                asked.url(),
                asked.userName(),
                password == null ? null : passwords.close(organisation, id, password)),
            asked.keepsTitles(),
            new Sync(null, null, null),
            new Health(null, 0, null, 0),
            0);
    store.add(tx, made, clock.instant());
    return made;
  }

  /** Stops reading a calendar. Its proposals go; visits that were planned stay. */
  public boolean remove(Tx tx, OrganisationId organisation, PersonId person, UUID id) {
    return store.remove(tx, organisation, person, id);
  }

  /** From now on appointments like this are visits, also those that were proposed. */
  public Rule addRule(Tx tx, Subscription of, @Nullable String word) {
    var rule = new Rule(Ids.next(), word);
    store.addRule(tx, of.organisation(), of.id(), rule);
    store.readAnew(tx, of.organisation(), of.id(), clock.instant());
    return rule;
  }

  /** Visits that were planned by it stay; false when there is no such rule. */
  public boolean removeRule(Tx tx, Subscription of, UUID rule) {
    return store.removeRule(tx, of.organisation(), of.id(), rule);
  }
}
