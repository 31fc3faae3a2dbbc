CREATE TABLE person (id int PRIMARY KEY, noms_id text, name text, email text);
INSERT INTO person VALUES (1, 'A1234BC', 'Ada', 'ada@example.org'), (2, 'B1234BC', 'Grace', 'grace@example.org');
COMMENT ON COLUMN person.name IS 'given name';
CREATE TABLE scratch_pad (x int);
CREATE SCHEMA other;
CREATE TABLE other.notes ("Weird ""Name""" text);

CREATE TYPE mood AS ENUM ('happy "x"', 'sad');
CREATE TYPE pair AS (a int, b text);
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TABLE every_type (
  id int PRIMARY KEY,
  c_bool bool, c_int2 int2, c_int4 int4, c_int8 int8, c_float4 float4, c_float8 float8,
  c_decimal numeric(38,12), c_cents numeric(9,2), c_numeric numeric, c_money money,
  c_text text, c_varchar varchar(20), c_char char(5), c_name name, c_enum mood, c_xml xml, c_uuid uuid,
  c_date date, c_timestamp timestamp, c_timestamptz timestamptz, c_time time, c_timetz timetz, c_interval interval,
  c_bytea bytea, c_json json, c_jsonb jsonb,
  c_ints int[], c_texts text[], c_numerics numeric[], c_jsons jsonb[], c_doubles float8[], c_dates date[], c_bools bool[],
  c_domain positive, c_pair pair, c_range int4range, c_dates_range daterange, c_inet inet, c_cidr cidr, c_macaddr macaddr,
  c_bit bit(3), c_varbit varbit, c_point point, c_polygon polygon, c_circle circle, c_tsvector tsvector, c_tsquery tsquery,
  c_oid oid, c_lsn pg_lsn, c_jsonpath jsonpath,
  c_generated int GENERATED ALWAYS AS (c_int4 / 2) STORED
);
INSERT INTO every_type (id) VALUES (1);
INSERT INTO every_type VALUES (2, true, 1, 2, 3, 1.5, 2.5, 1.10, 1.10, 1.10, 12.34,
  'plain', 'v', 'c', 'n', 'sad', '<a/>', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',
  '2026-08-01', '2026-08-01 01:02:03.123456', '2026-08-01 01:02:03.5+01', '01:02:03.4', '01:02:03+05:30', '1 year -2 months 3 days 04:05:06.7',
  '\x00ff5c22', '{"a": 1.10}', '{"b": [1.10, {}]}',
  '{1,NULL,3}', '{x,NULL,""}', '{1.10,12345678901234567890.5,NULL}', array['{"a": 1.10}'::jsonb, 'null', NULL], '{0.1,1e20,-2}', '{2026-08-01}', '{t,f,NULL}',
  1, row(1, 'x'), '[1,5)', '[2026-01-01,2026-02-01)', '10.0.0.1/8', '10.0.0.0/8', '08:00:2b:01:02:03',
  B'101', B'1', '(1.5,-2)', '((0,0),(1,1))', '<(0,0),1>', 'a:1 b', 'a & b',
  4294967295, '16/B374D848', '$.a[*]');
INSERT INTO every_type VALUES (3, false, -32768, -2147483648, -9223372036854775808, 'NaN', 'NaN',
  -99999999999999999999999999.999999999999, -9999999.99, '12345678901234567890123456.789012345678', '-92233720368547758.08',
  E'a"b\\c/d\b\f\n\r\t\u0001\u001f\u007f', ' x ', '', '', 'happy "x"', '<a>"ü"</a>', '00000000-0000-0000-0000-00000000000f',
  '0001-01-01', '0001-01-01 00:00:00', '9999-12-31 23:59:59.999999+00', '24:00', '00:00:00+00', '0',
  '', E'[1,\n 2,\r\n\t3]', '"\""',
  '{{1,2},{3,4}}', array[E'a\n"b'], '{NaN}', '{}', '{NaN,Infinity}', '{}', '{}',
  2147483647, row(NULL, E'a"\n'), 'empty', 'empty', '::1', '::/0', 'ff:ff:ff:ff:ff:ff',
  B'000', B'', '(0,0)', '((1,1))', '<(1,1),0>', '', '',
  0, '0/0', '$');
INSERT INTO every_type VALUES (4, NULL, 32767, 2147483647, 9223372036854775807, 'Infinity', '-Infinity',
  'NaN', 'NaN', 'NaN', 0,
  'ü€😀 日本', '', 'ü', 'name', 'sad', NULL, NULL,
  'infinity', '-infinity', 'infinity', NULL, NULL, NULL,
  NULL, '"\u0000"', 'null',
  '[0:1]={5,6}', '{}', '{}', NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO every_type VALUES (5, NULL, 0, 0, 0, 3.4028235e38, 5e-324,
  0, 0, '0.00010000', 0,
  '', NULL, NULL, NULL, NULL, NULL, NULL,
  '9999-12-31', '1969-12-31 23:59:59.1', '1969-12-31 23:59:59.999999+00', NULL, NULL, NULL,
  NULL, '12345678901234567890.5', '1e400',
  NULL, NULL, NULL, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
