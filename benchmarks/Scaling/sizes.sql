-- Calls and messages live their whole life, in transactions as the service makes them: prints what stays in tables and indexes, and what went to the log.
-- Needs psql's variables calls (how many) and batch (calls a commit). Four calls in ten are not taken, and four in ten of those leave a message.
\set QUIET on
\pset format unaligned
\pset tuples_only on
\pset fieldsep ' '

CREATE FUNCTION pg_temp.id7(at timestamptz) RETURNS uuid LANGUAGE sql VOLATILE AS $$
    SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(md5(random()::text), 1, 3) || 'a' || substr(md5(random()::text), 1, 15))::uuid
$$;
CREATE FUNCTION pg_temp.sid(kind text) RETURNS text LANGUAGE sql VOLATILE AS $$ SELECT kind || md5(random()::text) $$;
CREATE TEMP TABLE lines AS
    SELECT row_number() OVER () - 1 AS i, "Id" AS number, "OwnerId" AS owner, "SubscriptionId" AS subscription FROM "MaskedNumbers";
CREATE TEMP TABLE calling AS
    SELECT j, pg_temp.id7(at) AS id, pg_temp.sid('CA') AS sid, number, owner, subscription, at, j % 25 < 4 AS leaves, j % 10 >= 4 AS taken
    FROM generate_series(0, :calls - 1) j
    CROSS JOIN LATERAL (SELECT now() - interval '1 hour' + j * interval '10 milliseconds' AS at) t
    JOIN lines ON i = (j * 7919::bigint) % (SELECT count(*) FROM lines);
CREATE INDEX ON calling (j);
ANALYZE calling;

CREATE PROCEDURE pg_temp.enter(calls int, batch int) LANGUAGE plpgsql AS $$
BEGIN
    FOR begin_at IN 0 .. calls - 1 BY batch LOOP
        INSERT INTO "Calls" ("Id", "Sid", "NumberId", "OwnerId", "SubscriptionId", "Caller", "CallerName", "Route", "StartedAt", "ForwardingUnit", "PeriodStart", "Outcome")
            SELECT id, sid, number, owner, subscription, '+14155550142', 'WIRELESS CALLER', 'Forward', at, 'Reserved', date_trunc('month', now()), 'InProgress'
            FROM calling WHERE j BETWEEN begin_at AND begin_at + batch - 1;
        UPDATE "Subscriptions" s SET "ForwardingUsed" = "ForwardingUsed" + 1 FROM calling c WHERE c.j BETWEEN begin_at AND begin_at + batch - 1 AND s."Id" = c.subscription;
        COMMIT;
    END LOOP;
END $$;

-- One transaction a report.
CREATE PROCEDURE pg_temp.end_calls() LANGUAGE plpgsql AS $$
DECLARE c record;
BEGIN
    FOR c IN SELECT * FROM calling LOOP
        UPDATE "Calls" SET "DialStatus" = CASE WHEN c.taken THEN 'completed' ELSE 'no-answer' END, "TalkSeconds" = CASE WHEN c.taken THEN 93 END,
            "Outcome" = CASE WHEN c.taken THEN 'Answered' ELSE 'Missed' END, "ForwardingUnit" = CASE WHEN c.taken THEN 'Charged' ELSE 'Returned' END
            WHERE "Id" = c.id;
        COMMIT;
        UPDATE "Calls" SET "EndedAt" = c.at + interval '2 minutes', "DurationSeconds" = 120 WHERE "Id" = c.id;
        COMMIT;
    END LOOP;
END $$;

CREATE PROCEDURE pg_temp.leave() LANGUAGE plpgsql AS $$
DECLARE
    c record;
    kind text;
    later timestamptz;
    note uuid;
BEGIN
    FOR c IN SELECT * FROM calling WHERE leaves LOOP
        later := c.at + interval '1 minute';
        INSERT INTO "Voicemails" ("Id", "CallId", "NumberId", "OwnerId", "SubscriptionId", "Caller", "CallerName", "ReceivedAt", "Status", "Transcription", "IsSealed", "Unit")
            VALUES (c.id, c.id, c.number, c.owner, c.subscription, '+14155550142', 'WIRELESS CALLER', c.at, 'Expected', 'None', FALSE, 'None');
        COMMIT;
        UPDATE "Voicemails" SET "Status" = 'Recorded', "RecordedAt" = later, "RecordingSid" = pg_temp.sid('RE'), "DurationSeconds" = 30, "Unit" = 'Charged',
            "Transcription" = 'Pending' WHERE "Id" = c.id;
        INSERT INTO "BackgroundSteps" ("VoicemailId", "Kind", "State", "DueAt", "Attempts", "CreatedAt", "Run") VALUES (c.id, 'FetchAudio', 'Due', later, 0, later, 0);
        COMMIT;
        FOREACH kind IN ARRAY ARRAY['FetchAudio', 'Transcribe', 'NotifyOwner', 'ReleaseOriginal'] LOOP
            UPDATE "BackgroundSteps" SET "LeasedUntil" = later + interval '30 seconds', "Run" = "Run" + 1 WHERE "VoicemailId" = c.id AND "Kind" = kind;
            COMMIT;
            IF kind = 'FetchAudio' THEN
                UPDATE "Voicemails" SET "Status" = 'Stored', "AudioContentType" = 'audio/wav', "AudioLength" = 480044, "AudioSha256" = md5(c.sid) || md5(c.sid) WHERE "Id" = c.id;
                INSERT INTO "BackgroundSteps" ("VoicemailId", "Kind", "State", "DueAt", "Attempts", "CreatedAt", "Run")
                    SELECT c.id, k, 'Due', later, 0, later, 0 FROM unnest(ARRAY['Transcribe', 'NotifyOwner', 'ReleaseOriginal']) k;
            ELSIF kind = 'Transcribe' THEN
                UPDATE "Voicemails" SET "Status" = 'Ready', "Transcription" = 'Completed', "Transcript" = (SELECT string_agg(md5(i::text || c.sid), ' ') FROM generate_series(1, 12) i) WHERE "Id" = c.id;
            ELSIF kind = 'NotifyOwner' THEN
                note := pg_temp.id7(later);
                INSERT INTO "Notifications" ("Id", "VoicemailId", "Channel", "Recipient", "Status", "CreatedAt") VALUES (note, c.id, 'Email', 'somebody@example.test', 'Pending', later);
                COMMIT;
                UPDATE "Notifications" SET "Status" = 'Sent', "SentAt" = later, "ProviderMessageId" = substr(md5(c.sid), 1, 22) WHERE "Id" = note;
            END IF;
            UPDATE "BackgroundSteps" SET "State" = 'Done', "LeasedUntil" = NULL, "FinishedAt" = later WHERE "VoicemailId" = c.id AND "Kind" = kind;
            COMMIT;
        END LOOP;
        UPDATE "Notifications" SET "Delivery" = 'Delivered', "DeliveryAt" = later WHERE "Id" = note;
        COMMIT;
        UPDATE "Voicemails" SET "HeardAt" = later + interval '1 hour' WHERE "Id" = c.id;
        COMMIT;
    END LOOP;
END $$;

SET synchronous_commit = off;
CHECKPOINT;
SELECT pg_current_wal_lsn() AS start \gset
CALL pg_temp.enter(:calls, :batch);
SELECT 'log: entering a call', round((pg_current_wal_lsn() - :'start'::pg_lsn) / :calls);
SELECT pg_current_wal_lsn() AS start \gset
CALL pg_temp.end_calls();
SELECT 'log: both reports on it', round((pg_current_wal_lsn() - :'start'::pg_lsn) / :calls);
SELECT pg_current_wal_lsn() AS start \gset
CALL pg_temp.leave();
SELECT 'log: a message', round((pg_current_wal_lsn() - :'start'::pg_lsn) / count(*)) FROM calling WHERE leaves;
VACUUM "Calls", "Voicemails", "BackgroundSteps", "Notifications";
SELECT 'stored: ' || relname, 'table', round(pg_table_size(c.oid)::numeric / rows), 'indexes', round(pg_indexes_size(c.oid)::numeric / rows), 'a call or message'
FROM pg_class c
CROSS JOIN LATERAL (SELECT CASE relname WHEN 'Calls' THEN (SELECT count(*) FROM calling) ELSE (SELECT count(*) FROM calling WHERE leaves) END AS rows) r
WHERE relname IN ('Calls', 'Voicemails', 'BackgroundSteps', 'Notifications') AND relkind = 'r'
ORDER BY relname;
