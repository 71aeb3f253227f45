# shellcheck shell=bash
# The report on a caller's recording. It is worth something only for a call that expects a message: calls to numbers that do not forward are made
# first, by the service, for itself and for the yardstick alike; each is reported on once, and then forgotten.
#
# Each report leaves a background step that fetches the audio. Twilio is a port where nobody listens, so each attempt fails at once and is put off,
# as a real one would be done, by some statements of the job engine. The service is measured twice: with its steps running beside the reports, as in
# production, where they take processor time and commits of their own; and with the engine held by a lock, which leaves the requests alone.
# What the steps have left to do is removed before the next turn, so that it burdens neither the yardstick nor the next round.

measure_recording() {
    # A turn's reports are answered within a second: three times as many rounds.
    local figures=$work/recording reports=$((time * 1000)) rounds=$((3 * rounds))
    serve messages
    in_turns "$figures" recording_of_service recording_without_steps recording_of_reference
    compare 'Recording callback, background steps running' "$figures"
    sed 's/^service /running /; s/^held /service /' "$figures" >"$figures.held"
    compare 'Recording callback, background steps held' "$figures.held"
    goal 'Recording callback, steps running: rate, of the yardstick' "$(ratio "$figures" rate)" '>=' 1
    goal 'Recording callback, steps held: rate, of the yardstick' "$(ratio "$figures.held" rate)" '>=' 1
}

recording_of_service() {
    enter_calls messages "$reports"
    report_on_calls service service:messages "$reports"
    forget_calls messages "$reports"
    forget_steps messages
}

recording_without_steps() {
    enter_calls messages "$reports"
    hold_steps messages
    report_on_calls held service:messages "$reports"
    forget_calls messages "$reports"
    release_steps
    forget_steps messages
}

recording_of_reference() {
    enter_calls messages "$reports"
    report_on_calls reference reference:messages "$reports"
    forget_calls messages "$reports"
}

# enter_calls DATABASE CALLS [NUMBERS]: calls that expect a message.
enter_calls() {
    seconds=600 requests=$2 numbers=${3:-} load calls "service:$1" voice --contains '<Record' >"$work/calls"
}

# report_on_calls NAME SERVER CALLS: those that were entered last.
report_on_calls() {
    seconds=600 requests=$3 load "$1" "$2" recording
}

# forget_calls DATABASE REPORTS: removes the calls that were entered last. All of the reports must be in the books.
forget_calls() {
    local suffix reported
    suffix=$(printf '%08x' "$run")
    reported=$(run_sql --dbname="$1" --command="SELECT COUNT(*) FROM \"Voicemails\" WHERE \"RecordingSid\" LIKE 'RE$suffix%'")
    ((reported == $2)) || fail "$reported of $2 recordings are in the books"
    run_sql --dbname="$1" --set="suffix=$suffix" --file=benchmarks/lib/forget-calls.sql
    run_sql --dbname="$1" --command='VACUUM "Calls", "Voicemails", "BackgroundSteps"'
}

# forget_steps DATABASE: until the service plans no more of them, as it reads some hundred ahead.
forget_steps() {
    local quiet=0
    while ((quiet < 2)); do
        if [[ $(run_sql --dbname="$1" --file=benchmarks/lib/forget-steps.sql) == 0 ]]; then
            quiet=$((quiet + 1))
        else
            quiet=0
        fi
        sleep 0.5
    done
}

# hold_steps DATABASE: the job engine waits until release_steps.
hold_steps() {
    coproc steps { run_sql --dbname="$1"; }
    printf '%s\n' 'BEGIN;' 'LOCK TABLE qrtz_triggers IN EXCLUSIVE MODE;' '\echo held' >&"${steps[1]}"
    read -r <&"${steps[0]}"
}

release_steps() {
    # shellcheck disable=SC2154 # Set by coproc.
    local session=$steps_PID
    printf '%s\n' 'ROLLBACK;' '\quit' >&"${steps[1]}"
    wait "$session"
}
