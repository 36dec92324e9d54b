-- What became of each area for improvement, by the last document that returns to it
with revisited as (
	select f.*, coalesce(v.start, v.published) as day, row_number() over (partition by f.item order by coalesce(v.start, v.published) desc, f.later desc) as n
	from follow_up f join visit v on v.id = f.later
	where f.status <> 'not-revisited'
)
select i.name as authority, i.day as asked, i.text as area_for_improvement, r.day as by, r.status, r.confidence, r.reason
from revisited r join improvement i on i.id = r.item
where r.n = 1 and (:authority is null or i.authority = :authority)
order by i.name, i.day, i.id
