#!/usr/bin/env bash
# Makes the first administrator of Rapport and closes what Keycloak leaves open in its master realm: brute-force protection is on
# afterwards, and admin-cli takes no passwords. Run once per installation, after the first start: master.sh NAME MAIL
set -euo pipefail
name=${1:?the name of the first administrator}
mail=${2:?and the mail address}
server=${KEYCLOAK_INTERNAL_URL:-http://127.0.0.1:8080}
config=$(mktemp)
trap 'rm -f "$config"' EXIT
kcadm() { "${KCADM:-/opt/keycloak/bin/kcadm.sh}" "$@" --config "$config"; }

if ! said=$(kcadm config credentials --server "$server" --realm master \
    --user "$KC_BOOTSTRAP_ADMIN_USERNAME" --password "$KC_BOOTSTRAP_ADMIN_PASSWORD" 2>&1); then
  if grep -q unauthorized_client <<<"$said"; then
    echo "The master realm is closed already."
    exit 0
  fi
  echo "$said" >&2
  exit 1
fi
if [ "$(kcadm get users -r rapport -q "username=$name" -q exact=true --fields username --format csv --noquotes)" = "" ]; then
  password=$(head -c 18 /dev/urandom | base64 | tr '+/' '-_')
  kcadm create users -r rapport -s "username=$name" -s "email=$mail" -s emailVerified=true -s enabled=true
  kcadm set-password -r rapport --username "$name" --new-password "$password" --temporary
  kcadm add-roles -r rapport --uusername "$name" --rolename admin
  kcadm add-roles -r rapport --uusername "$name" --cclientid realm-management --rolename realm-admin
  echo "$name signs in with $password and is then asked for a password of their own."
fi
kcadm update realms/master -s bruteForceProtected=true -s failureFactor=10 -s waitIncrementSeconds=60 \
  -s maxFailureWaitSeconds=900 -s 'passwordPolicy=length(12) and notUsername and notEmail'
client=$(kcadm get clients -r master -q clientId=admin-cli --fields id --format csv --noquotes)
kcadm update "clients/$client" -r master -s directAccessGrantsEnabled=false
echo "The master realm is closed: brute-force protection is on, admin-cli takes no passwords."
