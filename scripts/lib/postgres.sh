# shellcheck shell=bash
# To be sourced after packages.sh: start_postgres exports TEST_POSTGRES, stop_postgres removes what was started.

postgres_directory=''
postgres_container=''

start_postgres() {
    if [[ -n ${TEST_POSTGRES:-} ]]; then
        return
    fi

    if find_postgres || { install_package postgresql && find_postgres; }; then
        start_postgres_cluster
    elif command -v docker >/dev/null && docker info >/dev/null 2>&1; then
        start_postgres_container
    else
        fail "no PostgreSQL: install Debian's package postgresql, start Docker, or set TEST_POSTGRES to a connection string"
    fi
    export TEST_POSTGRES
}

stop_postgres() {
    if [[ -n $postgres_container ]]; then
        docker rm --force --volumes "$postgres_container" >/dev/null || true
    fi
    if [[ -n $postgres_directory ]]; then
        control_postgres stop --mode=immediate 2>/dev/null || true
        rm -rf "$postgres_directory"
    fi
    postgres_container=''
    postgres_directory=''
}

# Sets postgres_binaries to the newest server on this machine. Debian keeps the server's programs off the PATH.
find_postgres() {
    local initdb
    for initdb in $(printf '%s\n' /usr/lib/postgresql/*/bin/initdb | sort --version-sort --reverse) "$(command -v initdb)"; do
        if [[ -x $initdb ]]; then
            postgres_binaries=$(dirname "$(readlink -f "$initdb")")
            return 0
        fi
    done
    return 1
}

# The server refuses to run as root. Any other account will do, since nothing of it stays.
as_postgres() (
    cd /
    if ((EUID == 0)); then
        exec runuser -u nobody -- "$@"
    else
        exec "$@"
    fi
)

# A cluster of its own, never the one that Debian's package creates. It listens on a socket in a private folder only,
# so it takes no port and needs no password. It never outlives the tests, so it need not survive a power cut: no fsync,
# except where durable_postgres is set, for measurements. Those are with as much memory as docker-compose.yml gives it.
start_postgres_cluster() {
    postgres_directory=$(as_postgres mktemp -d /tmp/masked-voicemail-postgres.XXXXXX)
    local data=$postgres_directory/data
    as_postgres "$postgres_binaries/initdb" --pgdata="$data" --username=postgres --auth=trust \
        --encoding=UTF8 --locale=C.UTF-8 --no-sync >/dev/null || fail "initdb failed"
    as_postgres tee -a "$data/postgresql.conf" >/dev/null <<CONFIGURATION
listen_addresses = ''
unix_socket_directories = '$postgres_directory'
max_connections = 300
CONFIGURATION
    if [[ -z ${durable_postgres:-} ]]; then
        printf 'fsync = off\nfull_page_writes = off\n'
    else
        printf 'shared_buffers = 1GB\n'
    fi | as_postgres tee -a "$data/postgresql.conf" >/dev/null
    if ! control_postgres start; then
        cat "$postgres_directory/log" >&2
        fail "PostgreSQL did not start"
    fi
    TEST_POSTGRES="Host=$postgres_directory;Username=postgres;Database=postgres"
}

# What pg_ctl can do with the cluster that was started here.
control_postgres() {
    as_postgres "$postgres_binaries/pg_ctl" "$@" --silent --wait --pgdata="$postgres_directory/data" --log="$postgres_directory/log" </dev/null >/dev/null
}

start_postgres_container() {
    local address seconds
    postgres_container=$(docker run --detach --env POSTGRES_HOST_AUTH_METHOD=trust --publish 127.0.0.1::5432 \
        postgres:17 -c fsync=off -c full_page_writes=off -c max_connections=300)
    # By TCP: the server that the image runs during its set-up listens on a socket only.
    for ((seconds = 0; seconds < 60; seconds++)); do
        if docker exec "$postgres_container" pg_isready --quiet --host=127.0.0.1; then
            address=$(docker port "$postgres_container" 5432/tcp)
            TEST_POSTGRES="Host=127.0.0.1;Port=${address##*:};Username=postgres;Database=postgres"
            return
        fi
        sleep 1
    done
    docker logs "$postgres_container" >&2
    fail "PostgreSQL did not start in its container"
}
