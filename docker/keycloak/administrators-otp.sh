#!/usr/bin/env bash
# Asks Rapport's administrators for a one-time code beside their password; who has none yet sets it up at the next sign-in. By choice:
# run it before master.sh, which takes away the sign-on that it uses. Run once more, it changes nothing.
set -euo pipefail
flow="browser with code for administrators"
server=${KEYCLOAK_INTERNAL_URL:-http://127.0.0.1:8080}
config=$(mktemp)
trap 'rm -f "$config"' EXIT
kcadm() { "${KCADM:-/opt/keycloak/bin/kcadm.sh}" "$@" --config "$config"; }
# Names of flows stand in addresses.
in_url() { sed 's/ /%20/g' <<<"$1"; }
executions="authentication/flows/$(in_url "$flow")/executions"

require() {
  kcadm update "$executions" -r rapport -b "{\"id\": \"$1\", \"requirement\": \"$2\"}"
}

# Adds a step to a flow and prints its id.
add() {
  kcadm create "authentication/flows/$(in_url "$1")/executions/execution" -r rapport -b "{\"provider\": \"$2\"}" --id
}

# Adds the question whether somebody has the role admin: yes, or (negate) no.
add_role() {
  local id
  id=$(add "$1" conditional-user-role)
  require "$id" REQUIRED
  kcadm create "authentication/executions/$id/config" -r rapport \
    -b "{\"alias\": \"admin negate $2\", \"config\": {\"condUserRole\": \"admin\", \"negate\": \"$2\"}}" >/dev/null
}

kcadm config credentials --server "$server" --realm master \
  --user "$KC_BOOTSTRAP_ADMIN_USERNAME" --password "$KC_BOOTSTRAP_ADMIN_PASSWORD"
if [ "$(kcadm get realms/rapport --fields browserFlow --format csv --noquotes)" = "$flow" ]; then
  echo "Administrators are asked for a code already."
  exit 0
fi
# What a run that was cut off has left.
left=$(kcadm get authentication/flows -r rapport --fields id,alias --format csv --noquotes | awk -F, -v name="$flow" '$2 == name { print $1 }')
[ -z "$left" ] || kcadm delete "authentication/flows/$left" -r rapport
kcadm create authentication/flows/browser/copy -r rapport -b "{\"newName\": \"$flow\"}"
# As before, others are asked if they have set up a code.
add_role "$flow Browser - Conditional 2FA" true
kcadm create "authentication/flows/$(in_url "$flow forms")/executions/flow" -r rapport \
  -b '{"alias": "administrators by code", "type": "basic-flow", "description": "", "provider": ""}'
added=$(kcadm get "$executions" -r rapport --fields id,displayName --format csv --noquotes \
  | awk -F, '$2 == "administrators by code" { print $1 }')
require "$added" CONDITIONAL
add_role "administrators by code" false
require "$(add "administrators by code" auth-otp-form)" REQUIRED
kcadm update realms/rapport -b "{\"browserFlow\": \"$flow\"}"
echo "Administrators are asked for a code from now on."
