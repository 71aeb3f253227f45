# shellcheck shell=bash
# To be sourced after packages.sh: find_chromium exports CHROMIUM_PATH.

find_chromium() {
    if [[ -n ${CHROMIUM_PATH:-} ]]; then
        [[ -x $CHROMIUM_PATH ]] || fail "CHROMIUM_PATH is no program: $CHROMIUM_PATH"
    elif installed_chromium || { install_package chromium && installed_chromium; } || playwright_chromium; then
        :
    else
        fail "no Chromium: install Debian's package chromium, or set CHROMIUM_PATH"
    fi
    export CHROMIUM_PATH
}

# Some distributions install a program of that name that only points to another package system: it has to answer.
installed_chromium() {
    CHROMIUM_PATH=$(command -v chromium || echo /usr/bin/chromium)
    "$CHROMIUM_PATH" --version >/dev/null 2>&1
}

# The download of the Playwright package, which the build has put beside the browser tests.
playwright_chromium() {
    local command browsers=${PLAYWRIGHT_BROWSERS_PATH:-$HOME/.cache/ms-playwright}
    command=$(find tests -path '*/.playwright/package/cli.js' -print -quit)
    [[ -n $command ]] && node "$command" install chromium >&2 || return 1
    CHROMIUM_PATH=$(find "$browsers" -type f -name chrome -print -quit)
    [[ -n $CHROMIUM_PATH ]]
}
