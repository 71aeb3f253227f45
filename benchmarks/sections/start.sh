# shellcheck shell=bash
# From the start of the process to its first right answer to a call, on a database whose schema is up to date. The service says at /readyz when it
# may be called; the yardstick listens, and that is all it has to do.

measure_start() {
    local figures=$work/start service_time reference_time
    need_database numbers
    in_turns "$figures" start_of_service start_of_reference
    service_time=$(figure "$figures" service taken) reference_time=$(figure "$figures" reference taken)
    printf '\nStart to the first right answer: service %s ms, yardstick %s ms\n\n' "$service_time" "$reference_time"
    goal 'Start to the first right answer, ms' "$service_time" '<=' "$(calculate "1.5 * $reference_time + 400")"
}

start_of_service() {
    local taken
    taken=$(
        service_settings numbers
        export ASPNETCORE_URLS=http://127.0.0.1:5199
        time_to_answer "$(service_program)" 5199 /readyz
    )
    printf 'service %s\n' "$taken"
}

start_of_reference() {
    local taken
    taken=$(
        reference_settings numbers
        export REFERENCE_URL=http://127.0.0.1:5200
        time_to_answer "$(reference_program)" 5200 /
    )
    printf 'reference %s\n' "$taken"
}

time_to_answer() {
    run=$((RANDOM * 32768 + RANDOM))
    dotnet "$programs/load/MaskedVoicemail.Load.dll" start "$1" --server "127.0.0.1:$2" --ready "$3" --public-url "$public" --token "$token" --run "$run"
}
