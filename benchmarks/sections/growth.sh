# shellcheck shell=bash
# What it costs that more is stored: the time an answer takes on a large database against a small one, beside the yardstick's own.

measure_growth() {
    growth_of_numbers
    stop_servers
    growth_of_mailboxes
}

growth_of_numbers() {
    local figures=$work/growth.voice database
    serve numbers
    serve million
    # Right after a checkpoint, a page that is changed for the first time is written twice, and there are a hundred times as many.
    for database in numbers million; do
        seconds=600 requests=60000 load touched "service:$database" voice >"$work/last"
    done
    in_turns "$figures" voice_of_few voice_of_few_by_reference voice_of_many voice_of_many_by_reference
    compare_growth 'Voice webhook, 1,000,000 numbers against 10,000' "$figures"
}

growth_of_mailboxes() {
    local figures=$work/growth.inbox cookie owner
    serve mailbox_1000
    serve mailbox_100000
    owner=$(owner_in mailbox_1000)
    in_turns "$figures" inbox_of_small inbox_of_small_by_reference inbox_of_large inbox_of_large_by_reference
    compare_growth 'First page of the inbox, 100,000 messages against 1,000' "$figures"

    figures=$work/growth.recording
    in_turns "$figures" recording_in_small recording_in_small_by_reference recording_in_large recording_in_large_by_reference
    compare_growth 'Recording callback, 100,000 messages against 1,000' "$figures"
}

# compare_growth TITLE FILE: as much as the yardstick's is allowed, too, for that is PostgreSQL's.
compare_growth() {
    local service_growth reference_growth
    service_growth=$(ratio "$2" rate service_few service_many)
    reference_growth=$(ratio "$2" rate reference_few reference_many)
    printf '\n%s: %s of the time, yardstick %s\n\n' "$1" "$service_growth" "$reference_growth"
    goal "$1: time, of the small one" "$service_growth" '<=' "$(awk -v own="$reference_growth" 'BEGIN { print (own > 1.15 ? own : 1.15) }')"
}

voice_of_few() {
    load service_few service:numbers voice
}

voice_of_few_by_reference() {
    load reference_few reference:numbers voice
}

voice_of_many() {
    load service_many service:million voice
}

voice_of_many_by_reference() {
    load reference_many reference:million voice
}

inbox_of_small() {
    sign_in mailbox_1000
    load service_few service:mailbox_1000 get --path /voicemails --cookie "$cookie" --contains 'rel="next"'
}

inbox_of_small_by_reference() {
    load reference_few reference:mailbox_1000 get --path "/list?owner=$owner" --contains '</table>'
}

inbox_of_large() {
    sign_in mailbox_100000
    load service_many service:mailbox_100000 get --path /voicemails --cookie "$cookie" --contains 'rel="next"'
}

inbox_of_large_by_reference() {
    load reference_many reference:mailbox_100000 get --path "/list?owner=$owner" --contains '</table>'
}

recording_in_small() {
    report_in service_few service mailbox_1000
}

recording_in_small_by_reference() {
    report_in reference_few reference mailbox_1000
}

recording_in_large() {
    report_in service_many service mailbox_100000
}

recording_in_large_by_reference() {
    report_in reference_many reference mailbox_100000
}

# Calls to the one number with the mailbox, and no more of them than it has messages: it must stay small. With the steps held, as they would take
# most of so short a time.
report_in() {
    local name=$1 server_name=$2 database=$3
    enter_calls "$database" 1000 1
    hold_steps "$database"
    report_on_calls "$name" "$server_name:$database" 1000
    forget_calls "$database" 1000
    release_steps
    forget_steps "$database"
}
