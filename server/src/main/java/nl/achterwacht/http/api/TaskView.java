package nl.achterwacht.http.api;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.incident.TaskStep;
import nl.achterwacht.people.Person;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskId;

/**
 * Tasks as pages show them. Of the steps of incidents they tell whose and of which day, so that two
 * are not taken for one; only to who reads the same at the incident itself.
 */
final class TaskView {
  private final TaskDoors doors;

  TaskView(TaskDoors doors) {
    this.doors = doors;
  }

  TaskJson json(Tx tx, Caller caller, Task task) {
    return json(tx, caller, List.of(task)).getFirst();
  }

  List<TaskJson> json(Tx tx, Caller caller, List<Task> tasks) {
    Names names = Names.of(tx, doors.people(), caller.organisation());
    Map<TaskId, TaskJson.IncidentJson> incidents = incidents(tx, caller, tasks, names);
    return tasks.stream().map(task -> TaskJson.of(task, names, incidents.get(task.id()))).toList();
  }

  private Map<TaskId, TaskJson.IncidentJson> incidents(
      Tx tx, Caller caller, List<Task> tasks, Names names) {
    var ids = tasks.stream().map(Task::id).toList();
    List<TaskStep> steps = doors.aftercare().stepsOf(tx, caller.organisation(), ids);
    Map<TaskId, TaskJson.IncidentJson> incidents = new HashMap<>();
    if (!steps.isEmpty()) {
      Predicate<TeamId> managed = IncidentSight.managedTeams(tx, doors.people(), caller);
      steps.stream()
          .filter(step -> managed.test(step.team()) || caller.person().equals(step.person()))
          .forEach(step -> incidents.put(step.task(), incident(step, names)));
    }
    return incidents;
  }

  private static TaskJson.IncidentJson incident(TaskStep step, Names names) {
    return new TaskJson.IncidentJson(
        names.person(step.person()).map(Person::name).orElse(null),
        LocalDate.ofInstant(step.happenedAt(), IncidentPapers.ZONE));
  }
}
