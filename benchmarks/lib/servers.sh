# shellcheck shell=bash
# To be sourced: the service and the yardstick, a pair of them on each database that is measured.

public=https://voicemail.example.com
token=benchmark-token
declare -A address=() process=()
next_port=5201

# What a service needs to run. Twilio and SendGrid are ports where nobody listens: no recording can be fetched and no mail sent.
service_settings() {
    export Database__Provider=PostgreSql ConnectionStrings__Default Recordings__Path=$work/recordings/$1
    ConnectionStrings__Default=$(connection_to "$1")
    export PublicBaseUrl=$public Seed__Allowed=true ASPNETCORE_ENVIRONMENT=Production
    export Twilio__AccountSid=AC00000000000000000000000000000000 Twilio__AuthToken=$token Twilio__ApiBaseUrl=http://127.0.0.1:9
    export SendGrid__ApiKey=none SendGrid__ApiBaseUrl=http://127.0.0.1:9 Email__From=voicemail@example.com
}

reference_settings() {
    export REFERENCE_DATABASE REFERENCE_PUBLIC_URL=$public REFERENCE_TOKEN=$token REFERENCE_AUDIO=${reference_audio:-/dev/null}
    REFERENCE_DATABASE=$(connection_to "$1")
}

service_program() {
    printf '%s/service/MaskedVoicemail.Web' "$programs"
}

reference_program() {
    printf '%s/reference/MaskedVoicemail.Reference' "$programs"
}

# service_on DATABASE COMMAND ...: one of the program's commands.
service_on() (
    service_settings "$1"
    exec "$(service_program)" "${@:2}"
)

# serve DATABASE: starts the pair.
serve() {
    need_database "$1"
    start_service "$1"
    need_calls "$1"
    start_reference "$1"
}

start_service() {
    take_address "service:$1"
    (
        service_settings "$1"
        export ASPNETCORE_URLS=http://${address[service:$1]}
        exec "$(service_program)"
    ) >"$work/service.$1.log" 2>&1 &
    await_server "service:$1" /readyz "$work/service.$1.log"
}

start_reference() {
    take_address "reference:$1"
    (
        reference_settings "$1"
        export REFERENCE_URL=http://${address[reference:$1]}
        exec "$(reference_program)"
    ) >"$work/reference.$1.log" 2>&1 &
    await_server "reference:$1" / "$work/reference.$1.log"
}

take_address() {
    address[$1]=127.0.0.1:$next_port
    next_port=$((next_port + 1))
}

# await_server NAME PATH LOG: of the server that was started last.
await_server() {
    process[$1]=$!
    until curl --silent --fail --output /dev/null "http://${address[$1]}$2"; do
        kill -0 "${process[$1]}" || { cat "$3" >&2; fail "$1 did not start"; }
        sleep 0.1
    done
}

stop_servers() {
    ((${#process[@]} > 0)) || return 0
    kill "${process[@]}" 2>/dev/null || true
    wait "${process[@]}" 2>/dev/null || true
    process=() address=()
}

# sign_in DATABASE: by the form, as the owner of the first number; sets cookie to what a browser would send from then on. The service checks a session
# every 30 seconds and then renews its cookie, which a browser takes and the load generator does not: each measurement begins with a session of its own.
sign_in() {
    local login=http://${address[service:$1]}/account/login form token_of_form session
    form=$(curl --silent --fail --include "$login")
    cookie=$(cookies_in "$form")
    token_of_form=$(grep -o 'name="__RequestVerificationToken"[^>]* value="[^"]*"' <<<"$form" | head -1 | sed 's/.* value="\([^"]*\)".*/\1/')
    session=$(cookies_in "$(curl --silent --include --header "Cookie: $cookie" --data-urlencode "__RequestVerificationToken=$token_of_form" \
        --data-urlencode Email=user0@example.test --data-urlencode 'Password=Passw0rd!Seed' "$login")")
    [[ $session == *session=* ]] || fail "signing in failed"
    cookie+="; $session"
}

# A cookie without a value is one that is taken back.
cookies_in() {
    sed -n 's/^[Ss]et-[Cc]ookie: \([^=]*=[^;][^;]*\).*/\1/p' <<<"$1" | tr -d '\r' | paste -sd ';'
}
