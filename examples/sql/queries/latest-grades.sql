-- The latest grades of each authority
select name as authority, region, day as inspected, framework, overall, leaders, help_and_protection, in_care, care_leavers
from standing
where open and (:authority is null or authority = :authority)
order by name
