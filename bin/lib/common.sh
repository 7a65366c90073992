# shellcheck shell=bash
# What every script of bin/ starts with: the root of the clone, one line per step, hashes and stamps.
set -euo pipefail

if [ "${BASH_VERSINFO[0]}" -lt 4 ]; then
  echo "bash 4 or later is needed; this is $BASH_VERSION" >&2
  exit 1
fi

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

# An SDK installed for one user, without administrator rights, is often not on PATH.
if ! command -v dotnet >/dev/null && [ -x "${DOTNET_ROOT:-$HOME/.dotnet}/dotnet" ]; then
  export DOTNET_ROOT=${DOTNET_ROOT:-$HOME/.dotnet}
  export PATH=$DOTNET_ROOT:$PATH
fi
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en

# at_exit COMMAND: run when the script ends, however it ends; the last one given runs first.
exit_commands=()
at_exit() {
  exit_commands=("$1" "${exit_commands[@]}")
}
run_exit_commands() {
  local status=$? command
  set +e
  for command in "${exit_commands[@]}"; do eval "$command"; done
  exit "$status"
}
trap run_exit_commands EXIT

step_log=$(mktemp)
at_exit "rm -f '$step_log'"

die() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

# Prints the comment at the top of the script, for --help.
usage() {
  awk 'NR == 1 { next } !/^#/ { exit } { sub(/^# ?/, ""); print }' "$0"
}

now_in_milliseconds() {
  local now=${EPOCHREALTIME:-${SECONDS}.000000}
  now=${now//[.,]/}
  echo $((now / 1000))
}

say_step() {
  printf '  %-30s %s\n' "$1" "$2"
}

# step LABEL COMMAND…: runs the command quietly and prints one line with its duration; its output is shown when it fails.
# The command runs in a subshell outside of any condition, for errexit to hold inside functions.
step() {
  local label=$1 started elapsed status
  shift
  started=$(now_in_milliseconds)
  if [ -t 1 ]; then printf '  %-30s ' "$label"; fi
  set +e
  (set -e; "$@") </dev/null >"$step_log" 2>&1
  status=$?
  set -e
  elapsed=$(($(now_in_milliseconds) - started))
  if [ -t 1 ]; then printf '\r'; fi
  if [ "$status" != 0 ]; then
    say_step "$label" "failed"
    show_failure >&2
    return "$status"
  fi
  say_step "$label" "$(printf '%d.%d s' $((elapsed / 1000)) $((elapsed % 1000 / 100)))"
}

# A build repeats each error in its summary: its distinct error lines say all. Anything else: the end of the output.
show_failure() {
  echo
  if grep -qE '(: |^)error [A-Z]+[0-9]+:' "$step_log"; then
    grep -E '(: |^)error [A-Z]+[0-9]+:' "$step_log" | sed -e "s|$root/||g" -e 's/^ *//' | sort -u | head -40
  else
    tail -40 "$step_log"
  fi
  echo
}

hash_of_input() {
  if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -c1-32
}

# hash_of PATH…: of the names and contents of the files, relative to the root, without what tools write among them.
hash_of() {
  local hasher=(sha256sum)
  command -v sha256sum >/dev/null || hasher=(shasum -a 256)
  (
    cd "$root"
    local existing=() path
    for path in "$@"; do
      if [ -e "$path" ]; then existing+=("$path"); fi
    done
    [ ${#existing[@]} = 0 ] ||
      find "${existing[@]}" \( -name node_modules -o -name artifacts \) -prune -o -type f -print0 |
      LC_ALL=C sort -z | xargs -0 "${hasher[@]}"
  ) | hash_of_input
}

# A stamp is a file that holds the hash of what a step was last done with.
stamp_is() {
  [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]
}

stamp() {
  mkdir -p "$(dirname "$1")"
  echo "$2" >"$1"
}

# The one without windows first: the tests' pages take two thirds of the time in it.
find_chromium() {
  local name
  for name in "${CHROMIUM:-}" chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable \
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
    if [ -n "$name" ] && command -v "$name"; then return; fi
  done
  return 1
}
