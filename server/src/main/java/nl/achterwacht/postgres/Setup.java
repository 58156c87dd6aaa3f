package nl.achterwacht.postgres;

import java.util.List;

/** What it takes to run a database: its files, its programs, as whom, and with what settings. */
record Setup(Cluster cluster, Binaries binaries, RunAs runAs, List<String> extraSettings) {}
