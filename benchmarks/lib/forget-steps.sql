-- What the job engine has planned for messages. Prints how much there was.
BEGIN;
LOCK TABLE qrtz_triggers IN EXCLUSIVE MODE;
SELECT COUNT(*) FROM qrtz_triggers WHERE trigger_group LIKE 'voicemail-step/%';
DELETE FROM qrtz_simple_triggers WHERE trigger_group LIKE 'voicemail-step/%';
DELETE FROM qrtz_triggers WHERE trigger_group LIKE 'voicemail-step/%';
COMMIT;
