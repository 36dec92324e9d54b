-- Areas for improvement that persist: those that a later document asks for again
select i.name as authority, e.day as asked, e.text as area_for_improvement, i.day as again, i.text as asked_again
from asked_again a join improvement i on i.id = a.item join improvement e on e.id = a.earlier
where :authority is null or i.authority = :authority
order by i.name, e.day, e.id, i.day, i.id
