-- The grades of statistical neighbours, the most similar first, after the authority's own
with near as (
	select code as authority, 0 as nearness, code as neighbour from authority
	union all
	select authority, nearness, neighbour from neighbour
)
select a.name as authority, n.nearness, s.name as neighbour, s.day as inspected, s.overall, s.leaders, s.help_and_protection, s.in_care, s.care_leavers
from near n join authority a on a.code = n.authority join standing s on s.authority = n.neighbour
where a.open and (n.authority = :authority
	or :authority is null and exists (select 1 from visit v where v.authority = n.authority and v.file is not null))
order by a.name, n.nearness
