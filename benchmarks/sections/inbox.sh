# shellcheck shell=bash
# An owner with 100,000 messages reads: the first page of the inbox, the page in its middle, and what a search finds.

# Messages a page, and pages to the middle of the mailbox.
turns_to_the_middle=2500

measure_inbox() {
    local figures=$work/inbox cookie owner middle last_of_first last_of_middle what
    serve mailbox_100000
    sign_in mailbox_100000
    owner=$(owner_in mailbox_100000)
    middle=$(dotnet "$programs/load/MaskedVoicemail.Load.dll" older /voicemails "$turns_to_the_middle" --server "${address[service:mailbox_100000]}" --cookie "$cookie")
    last_of_first=$(last_message_on mailbox_100000 /voicemails)
    last_of_middle=$(last_message_on mailbox_100000 "$middle")
    in_turns "$figures" inbox_of_service inbox_of_reference middle_of_service
    compare 'First page of 100,000 messages' "$figures"
    printf 'The page in the middle: %s a second, median %s ms\n' "$(figure "$figures" middle rate)" "$(figure "$figures" middle median)"
    goal 'First page of the inbox: rate, of the yardstick' "$(ratio "$figures" rate)" '>=' 0.35
    goal 'Page in the middle of 100,000 messages: time, of the first page' "$(ratio "$figures" rate service middle)" '<=' 1.1

    in_turns "$work/search" search_for_rare search_for_frequent search_for_none
    printf '\n'
    for what in rare frequent none; do
        printf 'Search, %s: median %s ms, 99 %% %s ms\n' "$what" "$(figure "$work/search" "$what" median)" "$(figure "$work/search" "$what" slowest)"
        goal "Search among 100,000 messages ($what): median ms" "$(figure "$work/search" "$what" median)" '<=' 50
    done
}

inbox_of_service() {
    sign_in mailbox_100000
    load service service:mailbox_100000 get --path /voicemails --cookie "$cookie" --contains "$last_of_first"
}

inbox_of_reference() {
    load reference reference:mailbox_100000 get --path "/list?owner=$owner" --contains "$last_of_first"
}

middle_of_service() {
    sign_in mailbox_100000
    load middle service:mailbox_100000 get --path "$middle" --cookie "$cookie" --contains "$last_of_middle"
}

# One reader: nothing but the search itself is waited for.
search_for_rare() {
    sign_in mailbox_100000
    load rare service:mailbox_100000 get --path '/voicemails?q=xylophone' --cookie "$cookie" --connections 1 --contains xylophone.
}

search_for_frequent() {
    sign_in mailbox_100000
    load frequent service:mailbox_100000 get --path '/voicemails?q=appointment' --cookie "$cookie" --connections 1 --contains 'rel="next"'
}

search_for_none() {
    sign_in mailbox_100000
    load none service:mailbox_100000 get --path '/voicemails?q=quicksilver' --cookie "$cookie" --connections 1 --contains 'Nothing found'
}

# The owner of the first number, who has the messages.
owner_in() {
    run_sql --dbname="$1" --command='SELECT "OwnerId" FROM "MaskedNumbers" WHERE "Number" = '"'+15550000000'"
}

# last_message_on DATABASE PATH: what tells this page from others.
last_message_on() {
    curl --silent --fail --header "Cookie: $cookie" "http://${address[service:$1]}$2" | grep -o 'data-voicemail="[^"]*"' | tail -1 | cut -d '"' -f 2
}
