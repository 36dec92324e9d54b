-- Which authorities were asked about a theme in each year
select theme, year, count(*) as authorities, group_concat(name, '; ') as which
from (
	select distinct t.theme, substr(i.day, 1, 4) as year, i.name
	from improvement i join finding_theme t on t.finding = i.id
	where i.day is not null and (:theme is null or t.theme = :theme) and (:authority is null or i.authority = :authority)
	order by i.name
)
group by theme, year
order by theme, year
