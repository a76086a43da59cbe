#!/bin/sh
# Runs once, when the database is made: Rapport and Keycloak each own one database and are no superusers, so that neither
# reads the other's. The passwords go by the environment, never by a command line.
set -eu
psql -v ON_ERROR_STOP=1 --no-psqlrc --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\getenv rapport RAPPORT_DATABASE_PASSWORD
\getenv keycloak KEYCLOAK_DATABASE_PASSWORD
create role rapport login nosuperuser nocreatedb nocreaterole password :'rapport';
create role keycloak login nosuperuser nocreatedb nocreaterole password :'keycloak';
create database rapport owner rapport;
create database keycloak owner keycloak;
revoke all on database rapport, keycloak, postgres from public;
SQL
