-- What was asked and no later document returns to, with the visits that might have
select name as authority, asked, area_for_improvement, group_concat(type || ' ' || day, '; ') as later_visits
from (
	select i.name, i.day as asked, i.id, i.text as area_for_improvement, v.type, coalesce(v.start, v.published) as day,
		sum(f.status <> 'not-revisited') over (partition by f.item) as returned
	from follow_up f join improvement i on i.id = f.item join visit v on v.id = f.later
	where :authority is null or i.authority = :authority
	order by i.name, i.day, i.id, day
)
where returned = 0
group by id
order by authority, asked, id
