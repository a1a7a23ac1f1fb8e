#!/usr/bin/env bash
# Runs once, when PostgreSQL's volume is new: the owner migrates, the application works and never alters the log.
set -euo pipefail

psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" \
  --set owner="$YIGONG_OWNER_PASSWORD" --set app="$YIGONG_APP_PASSWORD" <<'SQL'
create role yigong_owner login password :'owner';
create role yigong_app login password :'app';
create database yigong owner yigong_owner;
SQL
