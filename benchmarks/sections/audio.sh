# shellcheck shell=bash
# 64 KiB of a message, as a player asks for them.

measure_audio() {
    local figures=$work/audio cookie message owner reference_audio
    need_database mailbox_1000
    start_service mailbox_1000
    sign_in mailbox_1000
    message=$(last_message_on mailbox_1000 /voicemails)
    owner=$(owner_in mailbox_1000)
    reference_audio=$(find "$work/recordings/mailbox_1000" -name "$message.audio")
    start_reference mailbox_1000
    in_turns "$figures" audio_of_service audio_of_reference
    compare '64 KiB of audio' "$figures"
    goal '64 KiB of audio: rate, of the yardstick' "$(ratio "$figures" rate)" '>=' 0.7
}

audio_of_service() {
    sign_in mailbox_1000
    load service service:mailbox_1000 get --path "/voicemails/$message/audio" --cookie "$cookie" --range bytes=0-65535 --length 65536 --contains RIFF
}

audio_of_reference() {
    load reference reference:mailbox_1000 get --path "/audio?id=$message&owner=$owner" --length 65536 --contains RIFF
}
