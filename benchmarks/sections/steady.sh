# shellcheck shell=bash
# 200 calls a second, whatever the server does. There are few of them, and what the machine's neighbours do for some seconds shows in each measurement: the
# rounds are many and short, so that it meets both. The slowest calls have waited for the disk of other traffic, so the best rounds are compared.

measure_steady() {
    local figures=$work/steady connections=32 rounds=$((9 * rounds))
    serve numbers
    # At 200 calls a second it would take minutes. With a single connection each call is alone, as most of the 200 are.
    warm_up voice_of_service voice_of_reference
    connections=1
    warm_up voice_of_service voice_of_reference
    seconds=$(((time + 2) / 3)) in_turns "$figures" steady_of_service steady_of_reference
    compare 'Voice webhook, 200 calls a second' "$figures"
    goal '200 calls a second: median time, of the yardstick' "$(ratio "$figures" median)" '<=' 1.2
    goal '200 calls a second: 99th percentile of the best round, of the yardstick' \
        "$(calculate "$(best "$figures" service slowest) / $(best "$figures" reference slowest)")" '<=' 1.5
}

steady_of_service() {
    load service service:numbers voice --rate 200
}

steady_of_reference() {
    load reference reference:numbers voice --rate 200
}
