# shellcheck shell=bash
# To be sourced: Debian packages, installed where that is possible without asking anybody.

fail() {
    echo "${0##*/}: $*" >&2
    exit 1
}

as_root() {
    if ((EUID == 0)); then
        "$@"
    else
        sudo -n "$@"
    fi
}

can_install() {
    command -v apt-get >/dev/null && as_root true 2>/dev/null
}

# install_package NAME: succeeds if the package is there afterwards.
install_package() {
    can_install || return 1
    echo "Installing the package $1 ..." >&2
    local apt_get=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
    as_root "${apt_get[@]}" update >/dev/null &&
        as_root "${apt_get[@]}" install -y --no-install-recommends "$1" >/dev/null
}
