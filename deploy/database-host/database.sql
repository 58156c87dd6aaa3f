-- Run once, as the superuser, on the host that leads (psql -v password=…).
-- The server makes its tables itself, and the role achterwacht_web of its requests, hence createrole.
create role achterwacht login createrole password :'password';
create database achterwacht owner achterwacht;
