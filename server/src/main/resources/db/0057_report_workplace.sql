-- Workplaces and drills, as reports count them: no name of a workplace, of a person or of an address.
create view workplace.v_workplace with (security_invoker = true) as
select w.organisation_id, w.id, w.team_id, w.kind, w.response_min, w.ended_at,
       (select d.outcome
          from workplace.decision d
         where d.organisation_id = w.organisation_id
           and d.workplace_id = w.id
         order by d.decided_at desc, d.id desc
         limit 1) as decision
  from workplace.workplace w;

-- A risk as things stand: with its measures once it was scored with them.
create view workplace.v_risk with (security_invoker = true) as
select organisation_id, workplace_id,
       coalesce(after_effect, effect) as effect,
       case when after_effect is null then exposure else after_exposure end as exposure,
       coalesce(after_probability, probability) as probability
  from workplace.risk;

create view workplace.v_measure with (security_invoker = true) as
select organisation_id, id, workplace_id
  from workplace.measure;

create view drill.v_drill with (security_invoker = true) as
select organisation_id, id, workplace_id, team_id, started_at, arrived_at, outcome, alarm_result
  from drill.drill;

grant select on workplace.v_workplace, workplace.v_risk, workplace.v_measure, drill.v_drill
   to achterwacht_web;
