# shellcheck shell=bash
# The application: built when its sources changed, called with the connection strings of its private PostgreSQL or of SAAS_DATABASE.
source "$(dirname "${BASH_SOURCE[0]}")/postgres.sh"

application=$root/artifacts/bin/Saas.Web/debug/Saas.Web.dll
database_name=saas

# build PROJECT [OPTION…]: what was copied beside the executables goes first, since a build never removes the copy of a file
# that was renamed or left on another branch, and a stale migration would be applied.
build() {
  local built
  case "$1" in *.sln) built='*' ;; *) built=$(basename "$1" .csproj) ;; esac
  rm -rf "$root"/artifacts/bin/$built/debug/{migrations,tenants}
  dotnet build "$root/$1" --nologo --verbosity quiet "${@:2}"
}

build_application() {
  if stamp_is "$root/artifacts/stamps/application" "$(application_state)"; then
    say_step "Build" "up to date"
  else
    step "Build" build src/Saas.Web
    stamp "$root/artifacts/stamps/application" "$(application_state)"
  fi
}

# What the executable was built from and what it is: other sources may have been built meanwhile, then put back.
application_state() {
  hash_of src themes migrations tenants global.json .editorconfig Directory.Build.props Directory.Packages.props
  (cd "${application%/*}" && cat Saas.*.dll && find migrations tenants -type f | LC_ALL=C sort) 2>&1 | hash_of_input || true
}

# use_data FOLDER: where mails and files go, and the private cluster's place.
use_data() {
  mkdir -p "$1"
  Data__Folder=$(cd "$1" && pwd)
  export Data__Folder ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Development}
  database_folder=$(place_for "$1")/postgres
  if [ -n "${SAAS_DATABASE:-}" ]; then
    database_folder=$Data__Folder/server-$(echo "$SAAS_DATABASE" | hash_of_input | cut -c1-12)
  fi
}

# Starts the private cluster if need be, until the script ends, and exports the three connection strings.
use_database() {
  local administrator
  if [ -n "${SAAS_DATABASE:-}" ]; then
    mkdir -p "$database_folder"
    administrator=$SAAS_DATABASE
  else
    at_exit "cluster_release '$database_folder'"
    step "PostgreSQL" cluster_hold "$database_folder"
    administrator=$(cluster_connection "$database_folder")
  fi
  export ConnectionStrings__Administrator ConnectionStrings__Owner ConnectionStrings__Application
  ConnectionStrings__Administrator=$(connection "$administrator" postgres)
  ConnectionStrings__Owner=$(connection "$administrator" $database_name saas_owner "$(cluster_password "$database_folder" owner)")
  ConnectionStrings__Application=$(connection "$administrator" $database_name saas_app "$(cluster_password "$database_folder" application)")
}

# connection STRING DATABASE [ROLE PASSWORD]: the same server's string for another database, and for another role.
connection() {
  local part parts key kept=''
  IFS=';' read -ra parts <<<"$1"
  for part in "${parts[@]}"; do
    key=$(echo "${part%%=*}" | tr -d ' ' | tr '[:upper:]' '[:lower:]')
    case "$key" in
      '' | database | db) ;;
      username | userid | user | uid | password | pwd | psw) if [ $# = 2 ]; then kept+="$part;"; fi ;;
      *) kept+="$part;" ;;
    esac
  done
  kept+="Database=$2"
  if [ $# = 4 ]; then kept+=";Username=$3;Password=$4"; fi
  echo "$kept"
}

# data_is FILE HASH: a stamp that lies with the private database that it speaks of; another server may change on its own.
data_is() {
  [ -z "${SAAS_DATABASE:-}" ] && stamp_is "$database_folder/$1" "$2"
}

# Roles, tables and the communes of France.
prepare_database() {
  local sources
  sources=$(hash_of migrations reference/package-lock.json)
  if data_is prepared "$sources"; then return; fi
  step "Roles and database" run_application database prepare
  step "Migrations" run_application migrate
  step "Communes of France" run_application reference load "$root/reference/node_modules/@etalab/decoupage-administratif"
  stamp "$database_folder/prepared" "$sources"
}

run_application() {
  dotnet "$application" "$@"
}

# on_database COMMAND…: for the scripts that are one command of the application, with the database started for the call if
# need be. Standard output carries the command's own answer only.
on_database() {
  {
    "$root/bin/setup"
    build_application
    use_data "${SAAS_DATA:-$root/.data}"
    use_database
    prepare_database
  } >&2
  export Serilog__MinimumLevel__Default=Error Serilog__MinimumLevel__Override__Microsoft=Error
  run_application "$@"
}
