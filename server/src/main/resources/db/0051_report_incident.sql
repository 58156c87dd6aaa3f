-- Incidents, as reports count them: who did what to whom stays where it is.
create view incident.v_incident with (security_invoker = true) as
select i.organisation_id, i.id, i.team_id, i.kind, i.happened_at, i.place_id, i.watch_id,
       i.details -> 'police' ->> 'choice' as police_choice,
       coalesce((i.details -> 'consequences' ->> 'damageCents')::bigint, 0) > 0 as has_damage,
       exists (select
                 from incident.measure m
                where m.organisation_id = i.organisation_id
                  and m.incident_id = i.id
                  and m.kind = 'damage-recovered') as damage_recovered,
       s.due_at as reaction_due_at, s.ended_at as reaction_ended_at, s.outcome as reaction_outcome
  from incident.incident i
  left join incident.step s
         on s.organisation_id = i.organisation_id and s.incident_id = i.id and s.kind = 'reaction';
grant select on incident.v_incident to achterwacht_web;

-- Alarms of a period, for reports.
create index alarm_by_opening on alarm.alarm (organisation_id, opened_at);
