-- The calls of one run, with their messages and what is due for those.
CREATE TEMPORARY TABLE forgotten AS SELECT "Id" FROM "Calls" WHERE "Sid" LIKE 'CA' || :'suffix' || '%';
ANALYZE forgotten;
DELETE FROM "BackgroundSteps" WHERE "VoicemailId" IN (SELECT "Id" FROM forgotten);
DELETE FROM "Voicemails" WHERE "CallId" IN (SELECT "Id" FROM forgotten);
DELETE FROM "Calls" WHERE "Id" IN (SELECT "Id" FROM forgotten);
