# shellcheck shell=bash
# To be sourced after packages.sh: find_caddy exports CADDY_PATH.

# Older ones do not send a POST to a second node after the first could not be reached.
caddy_minimum=2.11.2
# The first of Debian's releases that has it.
caddy_release=forky

find_caddy() {
    local cache=${XDG_CACHE_HOME:-$HOME/.cache}/masked-voicemail/caddy-$caddy_minimum
    if [[ -n ${CADDY_PATH:-} ]]; then
        [[ -x $CADDY_PATH ]] || fail "CADDY_PATH is no program: $CADDY_PATH"
    elif CADDY_PATH=$(command -v caddy) && is_new_caddy; then
        :
    else
        CADDY_PATH=$cache/usr/bin/caddy
        is_new_caddy || { unpack_caddy "$cache" && is_new_caddy; } ||
            fail "no Caddy: install version $caddy_minimum or newer, or set CADDY_PATH"
    fi
    export CADDY_PATH
}

is_new_caddy() {
    local version
    version=$("$CADDY_PATH" version 2>/dev/null) || return 1
    version=${version#v}
    [[ $(printf '%s\n' "$caddy_minimum" "${version%% *}" | sort --version-sort | head -n 1) == "$caddy_minimum" ]]
}

# Debian's package, unpacked and not installed: an installed one would serve a page of its own on port 80. It comes from a newer release
# than this machine's, which apt is told of in a folder of its own, so the machine's sources stay as they are. The mirror is the machine's.
unpack_caddy() (
    local folder mirror
    command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || return 1
    # shellcheck disable=SC2016 # apt-get fills it in.
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' | head -n 1)
    [[ -n $mirror ]] || return 1
    echo "Fetching the package caddy ..." >&2

    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    mkdir -p "$folder"/lists/partial "$folder"/archives/partial "$1"
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $caddy_release main" >"$folder/sources.list"
    cd "$folder" || return 1
    local apt_get=(apt-get -qq -o "Dir::Etc::SourceList=$folder/sources.list" -o Dir::Etc::SourceParts=/dev/null
        -o "Dir::State::Lists=$folder/lists" -o "Dir::Cache=$folder" -o "APT::Sandbox::User=$(id -un)")
    "${apt_get[@]}" update >/dev/null && "${apt_get[@]}" download caddy >/dev/null && dpkg-deb --extract caddy_*.deb "$1"
)
