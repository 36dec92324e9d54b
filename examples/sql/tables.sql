-- The days as of which the register and the record stand, in one row.
create table if not exists reference (register text not null, record text not null);

-- The register of authorities, and the statistical neighbours of each. One is open
-- if it is on the day as of which the register stands.
create table if not exists authority (
	code text primary key, name text not null, urn text, region text, type text, opened text, closed text, open integer not null
);
create table if not exists neighbour (
	authority text not null references authority, nearness integer not null, neighbour text not null references authority,
	primary key (authority, nearness)
);

-- An inspection of the record, or a visit that a document is about, or both. The
-- dates are texts that sort: 2022-11-05, or 2022-11 or 2022 where that is all that
-- is known. The authority is null where the name is not in the register. The report
-- is the whole document as JSON.
create table if not exists visit (
	id integer primary key, authority text references authority, name text not null, type text, framework text,
	start text, "end" text, published text, lead text, in_record integer not null,
	source text, file text, report text
);
create index if not exists visit_authority on visit (authority, start);
create table if not exists grade (
	visit integer not null references visit, area text not null, grade text not null, primary key (visit, area)
);

-- The sentences and items of the documents, and what each is about.
create table if not exists finding (
	id integer primary key, visit integer not null references visit, first integer not null, section text, paragraph integer,
	area text, polarity text, direction text, extent text, text text not null, tags text
);
create index if not exists finding_visit on finding (visit, section);
create table if not exists finding_theme (
	finding integer not null references finding, rank integer not null, theme text not null, primary key (finding, rank)
);
create index if not exists finding_theme_theme on finding_theme (theme);

-- What became of an area for improvement by a later document of the same authority,
-- and which earlier ones are asked for again.
create table if not exists follow_up (
	item integer not null references finding, later integer not null references visit, status text, confidence text, reason text,
	revisited real, praised real, faulted real, evidence text, primary key (item, later)
);
create table if not exists asked_again (
	item integer not null references finding, earlier integer not null references finding, primary key (item, earlier)
);

-- Areas for improvement and priority actions with their visits.
create view if not exists improvement as
	select f.id, f.visit, v.authority, coalesce(a.name, v.name) as name, coalesce(v.start, v.published) as day, f.section, f.text, f.tags
	from finding f join visit v on v.id = f.visit left join authority a on a.code = v.authority
	where f.section in ('improve', 'priority');

-- The last inspection of each authority that graded its leaders, with its grades.
-- The area of 2018 for children in care and care leavers, and that of the single
-- inspection framework for children looked after, stand under in_care.
create view if not exists standing as
	with last as (
		select v.*, row_number() over (partition by v.authority order by v.start desc, v.id desc) as n
		from visit v join grade g on g.visit = v.id and g.area = 'leaders'
		where v.authority is not null
	)
	select l.authority, a.name, a.region, a.open, l.start as day, l.framework,
		max(case when g.area = 'overall' then g.grade end) as overall,
		max(case when g.area = 'leaders' then g.grade end) as leaders,
		max(case when g.area = 'help-and-protection' then g.grade end) as help_and_protection,
		max(case when g.area in ('in-care', 'in-care-and-care-leavers', 'looked-after') then g.grade end) as in_care,
		max(case when g.area = 'care-leavers' then g.grade end) as care_leavers
	from last l join authority a on a.code = l.authority join grade g on g.visit = l.id
	where l.n = 1
	group by l.authority;
