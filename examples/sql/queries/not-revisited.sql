-- What was asked and no later document returns to
select i.name as authority, i.day as asked, i.text as area_for_improvement, count(*) as later_documents, max(coalesce(v.start, v.published)) as last
from follow_up f join improvement i on i.id = f.item join visit v on v.id = f.later
where :authority is null or i.authority = :authority
group by f.item
having sum(f.status <> 'not-revisited') = 0
order by i.name, i.day, i.id
