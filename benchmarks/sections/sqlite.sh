# shellcheck shell=bash
# The voice webhook on SQLite, in a file that is new.

measure_sqlite() {
    local figures=$work/sqlite.figures
    (
        sqlite_settings
        "$(service_program)" migrate >"$work/migrate.log"
        # shellcheck disable=SC2086 # Several arguments.
        "$(service_program)" seed ${contents[sqlite]}
    )
    take_address service:sqlite
    (
        sqlite_settings
        export ASPNETCORE_URLS=http://${address[service:sqlite]}
        exec "$(service_program)"
    ) >"$work/service.sqlite.log" 2>&1 &
    await_server service:sqlite /readyz "$work/service.sqlite.log"
    in_turns "$figures" sqlite_of_service
    printf '\nVoice webhook on SQLite, 32 connections: %s a second, median %s ms, 99 %% %s ms, server %s µs, peak %s MiB\n\n' \
        "$(figure "$figures" sqlite rate)" "$(figure "$figures" sqlite median)" "$(figure "$figures" sqlite slowest)" \
        "$(figure "$figures" sqlite server)" "$(figure "$figures" sqlite memory)"
    goal 'Voice webhook on SQLite, a second' "$(figure "$figures" sqlite rate)" '>=' 1500
}

sqlite_settings() {
    service_settings sqlite
    mkdir -p "$work/sqlite"
    export Database__Provider=Sqlite ConnectionStrings__Default="Data Source=$work/sqlite/voicemail.db"
}

sqlite_of_service() {
    load sqlite service:sqlite voice
}
