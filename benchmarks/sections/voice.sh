# shellcheck shell=bash
# The voice webhook as fast as it goes, and the most memory that the service holds meanwhile.

measure_voice() {
    local connections figures
    serve numbers
    for connections in 32 256; do
        figures=$work/voice.$connections
        in_turns "$figures" voice_of_service voice_of_reference
        compare "Voice webhook, $connections connections" "$figures"
    done
    goal 'Voice webhook at 32 connections: rate, of the yardstick' "$(ratio "$work/voice.32" rate)" '>=' 1.5
    goal 'Voice webhook at 256 connections: rate, of the yardstick' "$(ratio "$work/voice.256" rate)" '>=' 2
    for connections in 32 256; do
        figures=$work/voice.$connections
        goal "Voice webhook at $connections connections: processor time, of the yardstick" \
            "$(calculate "$(spent "$figures" service) / $(spent "$figures" reference)")" '<=' 0.7
    done
    goal 'Voice webhook, all measurements: peak memory, MiB' "$(figures_of <(cat "$work"/voice.*) service memory | tail -1)" '<=' 250
}

voice_of_service() {
    load service service:numbers voice --connections "$connections"
}

voice_of_reference() {
    load reference reference:numbers voice --connections "$connections"
}
