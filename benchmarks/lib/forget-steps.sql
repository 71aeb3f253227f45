-- What the job engine has planned for messages, under the lock that it takes itself. Prints how much there was.
BEGIN;
SELECT FROM qrtz_locks WHERE lock_name = 'TRIGGER_ACCESS' FOR UPDATE;
SELECT COUNT(*) FROM qrtz_triggers WHERE trigger_group LIKE 'voicemail-step/%';
DELETE FROM qrtz_simple_triggers WHERE trigger_group LIKE 'voicemail-step/%';
DELETE FROM qrtz_triggers WHERE trigger_group LIKE 'voicemail-step/%';
DELETE FROM qrtz_job_details WHERE job_group LIKE 'voicemail-step/%';
COMMIT;
